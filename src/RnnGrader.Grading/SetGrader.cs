using RnnGrader.Engine.Structures;

namespace RnnGrader.Grading;

/// <summary>
/// Judges a set of components by what it implies. The cells of the grade are atoms: those chosen rightly, those chosen wrongly, which take their share
/// away, and those missed.
/// </summary>
internal static class SetGrader
{
    public static Grade Grade(Difference difference, Answers answers)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in answers.Chosen(difference.Blank))
        {
            foreach (var atom in difference.Imply(id) ?? [])
            {
                chosen.TryAdd(atom, id);
            }
        }

        var wanted = difference.Reference.ToHashSet(StringComparer.Ordinal);
        var right = difference.Reference.Where(chosen.ContainsKey).Select(atom => Cell(difference, atom, chosen[atom], Verdict.Correct));
        var wrong = chosen.Where(choice => !wanted.Contains(choice.Key)).Select(choice => Cell(difference, choice.Key, choice.Value, Verdict.Wrong));
        var missed = difference.Reference.Where(atom => !chosen.ContainsKey(atom)).Select(atom => Cell(difference, atom, null, Verdict.Empty));
        GradedCell[] cells = [.. right, .. wrong, .. missed];
        var correct = cells.Count(cell => cell.Verdict == Verdict.Correct);
        var score = Math.Max(0, cells.Sum(cell => cell.Credit)) / wanted.Count;
        return new(score, correct, 0, wanted.Count, cells.All(cell => cell.Verdict == Verdict.Correct), cells);
    }

    private static GradedCell Cell(Difference difference, string atom, string? given, Verdict verdict) =>
        new(difference.Blank, null, null, difference.NameOf(atom), given, null, verdict, verdict switch { Verdict.Correct => 1, Verdict.Wrong => -1, _ => 0 });
}
