using System.Globalization;
using System.Text;

namespace RnnGrader.Simulation;

/// <summary>The tally as Markdown.</summary>
internal static class Report
{
    private static readonly string[] Kinds =
        ["vector, two cells or more", "vector, one cell", "sheet, two cells or more", "sheet, one cell", "cell, working in products", "cell, working in values", "cell, number", "two slips", "unknown", "random", "near miss", "one random cell", "no slip", "named falsely"];

    public static string Of(Tally tally, int seeds)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Simulated students\n\n`dotnet run -c Release --project bench/RnnGrader.Simulation {seeds}`: every exercise × {seeds} seeds × every slip that applies.\n\nIn a row for a slip, 'wrongly' is by another name than the slip's own; where the working typed is the same for both, that name fits as well. 'Cells lost' beyond 'cells made' are those that the guard against free credit takes.\n\n");
        text.Append("## By kind of student\n\n").Append(Header("students"));
        foreach (var kind in Kinds)
        {
            text.Append(Row(kind, tally.Sum(key => key.Kind == kind)));
        }

        text.Append(Row("all made throughout", tally.Sum(key => IsThroughout(key.Kind))));
        text.Append(Row("all made throughout, sizes", tally.Sum(key => IsThroughout(key.Kind) && IsSizes(key.Exercise))));
        text.Append(Row("all made throughout, numbers", tally.Sum(key => IsThroughout(key.Kind) && !IsSizes(key.Exercise))));
        text.Append(Row("… in two cells or more", tally.Sum(key => IsThroughout(key.Kind) && key.Kind.Contains("two cells", StringComparison.Ordinal) && !IsSizes(key.Exercise))));
        text.Append(Row("all in one cell with working", tally.Sum(key => key.Kind.StartsWith("cell, working", StringComparison.Ordinal))));
        foreach (var kind in Kinds)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {kind}\n\n").Append(Header("exercise"));
            foreach (var exercise in tally.Exercises(kind))
            {
                text.Append(Row(exercise, tally.Sum(key => key.Kind == kind && key.Exercise == exercise)));
            }

            text.Append('\n').Append(Header("slip"));
            foreach (var slip in tally.Slips(kind))
            {
                text.Append(Row(slip, tally.Sum(key => key.Kind == kind && key.Slip == slip)));
            }
        }

        return text.ToString();
    }

    private static bool IsThroughout(string kind) => kind.StartsWith("vector", StringComparison.Ordinal) || kind.StartsWith("sheet", StringComparison.Ordinal);

    private static bool IsSizes(string exercise) => exercise.Contains("sizes", StringComparison.Ordinal) || exercise.Contains("grow", StringComparison.Ordinal);

    private static string Header(string what) => $"| {what} | number | named rightly | named wrongly | suggested rightly | suggested wrongly | neither | cells made | cells lost |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    private static string Row(string name, Outcome outcome) => outcome.Students == 0 ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {outcome.Students} | {Share(outcome.Right, outcome)} | {Share(outcome.Wrong, outcome)} | {Share(outcome.Asked, outcome)} | {Share(outcome.AskedWrong, outcome)} | {Share(outcome.Silent, outcome)} | {outcome.Made} | {outcome.Lost} |\n");

    private static string Share(int count, Outcome outcome) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / outcome.Students:0.0} %");
}
