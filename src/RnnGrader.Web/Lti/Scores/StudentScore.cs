using RnnGrader.Storage;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>A student's score for a whole assignment: each item's best, weighed by its points; what was not worked on counts 0.</summary>
/// <param name="Share">0..1.</param>
/// <param name="Given">Points.</param>
/// <param name="Maximum">Points there are.</param>
/// <param name="Completed">How many exercises are completed.</param>
/// <param name="Items">How many there are.</param>
/// <param name="StartedAt">When the first was opened; where all was done on paper, when the newest submission was received.</param>
/// <param name="SubmittedAt">When the newest submission was received.</param>
internal sealed record StudentScore(double Share, double Given, double Maximum, int Completed, int Items, DateTime StartedAt, DateTime SubmittedAt)
{
    /// <summary>The score of a student who has submitted something.</summary>
    public static StudentScore Of(IReadOnlyCollection<Terms> terms, IReadOnlyCollection<Standing> standings)
    {
        var maximum = ScorePayload.Maximum(terms.Select(t => t.Item));
        var best = standings.ToDictionary(s => s.ItemId, s => s.Best ?? 0);
        var given = terms.Sum(t => t.Item.Points * best.GetValueOrDefault(t.Item.Id));
        var submitted = standings.Max(s => s.LastAt)!.Value;
        return new(given / maximum, given, maximum, standings.Count(s => s.CompletedAt is not null), terms.Count, standings.Min(s => s.OpenedAt) ?? submitted, submitted);
    }
}
