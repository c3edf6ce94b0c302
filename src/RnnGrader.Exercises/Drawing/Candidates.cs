using System.Collections.Concurrent;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Exercises.Drawing;

/// <summary>
/// Chooses among candidate draws: those that break a rule are dropped, and of about ten others the best is taken. 'Draw until it is perfect'
/// would not end for small shapes.
/// </summary>
internal static class Candidates
{
    private const int Enough = 10;
    private const int Most = 30;
    private const int TriesBeforeRelaxing = 20;
    private const int LastTry = 1000;
    private const int CalibrationDraws = 61;
    private const int MostSettings = 4096;

    // Instances may be 15 % away from their median, which may itself be a little away from the usual.
    private const double EffortBand = 0.1;

    // A sheet in which no unit is clipped must tell a fifth more slips apart to be taken.
    private const double Clipped = 0.2;

    private static readonly ConcurrentDictionary<string, int> UsualEfforts = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No draw with these settings keeps the rules; the laws over the catalogue show that it does not happen.</exception>
    public static Worksheet Best(Exercise exercise, ulong seed, Settings settings)
    {
        if (UsualEfforts.Count > MostSettings)
        {
            // Anyone may ask for any settings; what is forgotten is computed again, to the same number.
            UsualEfforts.Clear();
        }

        var usual = UsualEfforts.GetOrAdd($"{exercise.Slug};{settings.Key}", _ => UsualEffort(exercise, settings));
        var draw = new Draw(seed, settings);
        Worksheet? best = null;
        var bestScore = double.NegativeInfinity;
        for (var drawn = 0; drawn < Enough || (bestScore < 0 && drawn < Most); drawn++)
        {
            var sheet = Next(exercise, draw);
            var score = Score(sheet, usual);
            if (score > bestScore)
            {
                (best, bestScore) = (sheet, score);
            }

            // A structural worksheet has nothing but its effort that could be better.
            if (sheet.Difference is not null && score >= 0)
            {
                break;
            }
        }

        return best!;
    }

    // The median over fixed seeds, so that every exercise and every setting has a usual effort that nobody had to set.
    private static int UsualEffort(Exercise exercise, Settings settings)
    {
        var efforts = Enumerable.Range(0, CalibrationDraws).Select(seed => Effort.Of(Next(exercise, new Draw((ulong)seed, settings)))).Order().ToArray();
        return efforts[efforts.Length / 2];
    }

    private static Worksheet Next(Exercise exercise, Draw draw)
    {
        for (var tries = 1; tries <= LastTry; tries++)
        {
            var sheet = exercise.Write(draw);
            if (Rules.Hold(sheet))
            {
                return sheet;
            }

            if (tries % TriesBeforeRelaxing == 0)
            {
                draw.Relax();
            }
        }

        throw new InvalidOperationException($"{exercise.Slug} can't be drawn with {draw.Settings.ToJson()}.");
    }

    // Below zero where the effort is out of its band, whatever else is good.
    private static double Score(Worksheet sheet, int usualEffort)
    {
        var away = Math.Abs(Effort.Of(sheet) - usualEffort) / (double)Math.Max(1, usualEffort);
        return away > EffortBand ? -away : Distinctness.Of(sheet) + (Rules.SomeUnitIsClipped(sheet) ? Clipped : 0) + (EffortBand - away);
    }
}
