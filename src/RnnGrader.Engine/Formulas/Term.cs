using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Formulas;

/// <summary>One signed term of one cell, in numbers.</summary>
/// <param name="Negative">Whether it is subtracted.</param>
/// <param name="Kind">How <paramref name="Left"/> and <paramref name="Right"/> make the term.</param>
/// <param name="Left">The value, the first factor or the dividend, with its own sign.</param>
/// <param name="Right">The second factor or the divisor; 1 for a plain value.</param>
/// <param name="Origin">The part of the formula that the term comes from: <c>W_hx · x_1</c>, <c>b_h</c>.</param>
public readonly record struct Term(bool Negative, TermKind Kind, Number Left, Number Right, Formula Origin)
{
    /// <summary>What the term adds to the sum, its sign counted.</summary>
    public Number Value
    {
        get
        {
            var value = Kind == TermKind.Quotient ? Left / Right : Left * Right;
            return Negative ? -value : value;
        }
    }

    /// <summary>A zero term need not be worked out.</summary>
    public bool IsZero => Left.IsZero || Right.IsZero;

    /// <summary>Without its sign: <c>2·3</c>, <c>2·(−3)</c>.</summary>
    public override string ToString() => Kind switch
    {
        TermKind.Product => $"{Factor(Left)}·{Factor(Right)}",
        TermKind.Quotient => $"{Factor(Left)}/{Factor(Right)}",
        TermKind.Value or _ => Factor(Left),
    };

    private static string Factor(Number number) => number.IsNegative ? $"({Signed(number)})" : number.ToString();

    private static string Signed(Number number) => number.ToString().Replace('-', '−');
}
