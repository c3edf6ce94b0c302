using RnnGrader.Engine.Numbers;

namespace RnnGrader.Grading.Solving;

/// <summary>One signed term of a cell as it is written down.</summary>
/// <param name="Negative">Whether it is subtracted.</param>
/// <param name="Left">The value, the first factor or the dividend.</param>
/// <param name="Sign"><c>·</c> or <c>/</c>; empty for a plain value.</param>
/// <param name="Right">The second factor or the divisor; empty for a plain value.</param>
internal readonly record struct WrittenTerm(bool Negative, string Left, string Sign = "", string Right = "")
{
    /// <summary>A plain number: its sign is the term's.</summary>
    public static WrittenTerm Of(Number number) => new(number.IsNegative, (number.IsNegative ? -number : number).ToString());

    public override string ToString() => $"{Left}{Sign}{Right}";

    /// <summary>The terms in a row: <c>2·3 − 1·4 + 1</c>.</summary>
    public static string Join(IReadOnlyList<WrittenTerm> terms) =>
        string.Concat(terms.Select((term, i) => $"{(i, term.Negative) switch { (0, false) => "", (0, true) => "−", (_, true) => " − ", _ => " + " }}{term}"));
}
