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

    // Instances may be 15 % away from their median, which may itself be a little away from the usual.
    private const double EffortBand = 0.1;
    private const int CalibrationDraws = 61;

    private static readonly ConcurrentDictionary<string, int> UsualEfforts = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">No draw with these settings keeps the rules; the laws over the catalogue show that it does not happen.</exception>
    public static Worksheet Best(Exercise exercise, ulong seed, Settings settings)
    {
        var usual = UsualEfforts.GetOrAdd($"{exercise.Slug};{settings.Key}", _ => UsualEffort(exercise, settings));
        var draw = new Draw(seed, settings);
        Worksheet? best = null;
        var (bestScore, valid) = (double.NegativeInfinity, 0);
        for (var tries = 0; (valid < Enough || bestScore < 0) && (tries < MostTries || best is null); tries++)
        {
            if (Next(exercise, draw) is { } sheet)
            {
                valid++;
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
            else if (tries == LastTry)
            {
                throw new InvalidOperationException($"{exercise.Slug} can't be drawn with {settings.ToJson()} and seed {seed}.");
            }
        }

        return best!;
    }

    // The median over fixed seeds, so that every exercise and every setting has a usual effort that nobody had to set.
    private static int UsualEffort(Exercise exercise, Settings settings)
    {
        var efforts = new List<int>(CalibrationDraws);
        for (var tries = 0; efforts.Count < CalibrationDraws && tries < LastTry; tries++)
        {
            if (Next(exercise, new Draw((ulong)tries, settings)) is { } sheet)
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

    // Below zero where the effort is out of its band, whatever else is good.
    private static double Score(Worksheet sheet, int usualEffort)
    {
        var away = Math.Abs(Effort.Of(sheet) - usualEffort) / (double)Math.Max(1, usualEffort);
        return away > EffortBand ? -away : (Rules.SomeUnitIsClipped(sheet) ? 1 : 0) + (EffortBand - away);
    }
}
