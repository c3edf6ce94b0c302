using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Submissions;

/// <summary>A score that a person set beside the grader's.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Author">Id of who set it.</param>
/// <param name="At">When.</param>
internal sealed record OverrideAnswer(double Score, string Reason, string Author, DateTime At)
{
    public static OverrideAnswer Of(Override set) => new(set.Score, set.Reason, Ids.Write(set.AuthorId), set.CreatedAt);
}
