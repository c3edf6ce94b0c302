using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;

namespace RnnGrader.Grading.Explaining;

/// <summary>The sentences of feedback. They hold given numbers and what the student wrote, never a value still to be found.</summary>
internal static class Wording
{
    public static string Named(MarkedBlank blank, Mark mark, Scene scene) =>
        $"Your {Given(blank, mark)} is what comes out {Slip(scene).Deed(scene)}. {Slip(scene).Advice}";

    public static string Suggested(MarkedBlank blank, Mark mark, Scene scene) =>
        $"{Given(blank, mark)} is what comes out {Slip(scene).Deed(scene)}. {Slip(scene).Question}";

    /// <summary>What working shows, where it is known what was done.</summary>
    public static string Shown(Slip slip, Scene scene) => $"Your working shows what comes out {slip.Deed(scene)}. {slip.Advice}";

    public static string Sum(Number value) => $"All the terms of your working are right, but they do not add up to {Scene.Text(value)}: add them up again.";

    public static string Missing(IReadOnlyList<Term> missing) => missing.Count == 1
        ? $"Your working leaves out {Of(missing[0])}."
        : $"Your working leaves out {string.Join(" and ", missing.Select(Of))}.";

    public static string Extra(IReadOnlyList<Term> extra) => extra.Count == 1
        ? $"The term {Signed(extra[0])} of your working does not belong in this cell, or stands there twice."
        : $"The terms {string.Join(" and ", extra.Select(Signed))} of your working do not belong in this cell.";

    public static string Sign(Term right) => $"{Of(right)} has the wrong sign in your working.";

    public static string Added(Term right) => $"In your working {Scene.Text(right.Left)} and {Scene.Text(right.Right)} of {right.Origin} are added. A weight is multiplied by its input.";

    public static string ProductWrong(Term right, Term typed) => $"Your {Signed(typed)} stands where {Of(right)} belongs: work that product out again.";

    public static string TermWrong(Term right, Term typed) => $"Your working has {Signed(typed)} where {Of(right)} belongs.";

    public static string CannotLeadTo(Number shown, Number value) =>
        $"{Scene.Text(value)} is right, but your working gives {Scene.Text(shown)}: it can't lead there.";

    private static Slip Slip(Scene scene) => scene.Variant!.Slip;

    // Nothing here that the student could not read off the sheet: the factors of a product, not what it comes to.
    private static string Of(Term term) => term.Kind == TermKind.Value ? $"{Signed(term)} ({term.Origin})" : $"{(term.Negative ? "−" : "")}{term} ({term.Origin})";

    private static string Signed(Term term) => term.Kind == TermKind.Value ? Scene.Text(term.Value) : $"{(term.Negative ? "−" : "")}{term}";

    private static string Given(MarkedBlank blank, Mark mark) => blank.IsSize
        ? $"{mark.Reading.Value} × {mark.Reading.Columns}"
        : Scene.Text(mark.Reading.Value);
}
