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
    private const int MostTries = 60;
    private const int LastTry = 5000;

    // Within it one effort is as good as another; an eighth keeps all instances within 15 % of their median.
    private const double EffortBand = 0.125;
    private const int CalibrationDraws = 61;

    private static readonly ConcurrentDictionary<string, int> UsualEfforts = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No draw with these settings keeps the rules; the laws over the catalogue show that it does not happen.</exception>
    public static Worksheet Best(Exercise exercise, ulong seed, Settings settings)
    {
        var usual = UsualEfforts.GetOrAdd($"{exercise.Slug};{settings.Key}", _ => UsualEffort(exercise, settings));
        var draw = new Draw(new Xoshiro256(seed), settings);
        Worksheet? best = null;
        var (bestScore, valid) = (double.NegativeInfinity, 0);
        for (var tries = 0; valid < Enough && (tries < MostTries || valid == 0); tries++)
        {
            if (Next(exercise, draw) is not { } sheet)
            {
                if (tries == LastTry)
                {
                    throw new InvalidOperationException($"{exercise.Slug} can't be drawn with {settings.ToJson()} and seed {seed}.");
                }

                continue;
            }

            valid++;
            var score = Score(sheet, usual);
            if (score > bestScore)
            {
                (best, bestScore) = (sheet, score);
            }
        }

        return best!;
    }

    // The median over fixed seeds, so that every exercise and every setting has a usual effort that nobody had to set.
    private static int UsualEffort(Exercise exercise, Settings settings)
    {
        var efforts = new List<int>(CalibrationDraws);
        var draw = new Draw(new Xoshiro256(0), settings);
        for (var tries = 0; efforts.Count < CalibrationDraws && tries < LastTry; tries++)
        {
            if (Next(exercise, draw) is { } sheet)
            {
                efforts.Add(Effort.Of(sheet));
            }
        }

        efforts.Sort();
        return efforts.Count == 0 ? 0 : efforts[efforts.Count / 2];
    }

    private static Worksheet? Next(Exercise exercise, Draw draw)
    {
        var sheet = exercise.Write(draw);
        return Rules.Hold(sheet) ? sheet : null;
    }

    private static double Score(Worksheet sheet, int usualEffort)
    {
        var effort = Math.Abs(Effort.Of(sheet) - usualEffort) / (double)Math.Max(1, usualEffort);
        return (Rules.SomeUnitIsClipped(sheet) ? 1 : 0) - (effort > EffortBand ? 10 * effort : 0);
    }
}
