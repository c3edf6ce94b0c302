using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>
/// One word of the formula language with its operands. A word knows its shape, its value, its terms at one cell, and how it is printed;
/// everything that the service says about an exercise is read off these four.
/// </summary>
public abstract class Formula
{
    /// <summary>The formulas this one is made of, in the order they are printed.</summary>
    public abstract IReadOnlyList<Formula> Operands { get; }

    /// <summary>What is worked out term by term before the last functions are applied: <c>a + b</c> of <c>round(ReLU(a + b), 2)</c>.</summary>
    public virtual Formula Core => this;

    internal virtual Precedence Precedence => Precedence.Atom;

    /// <summary>The sum of the terms of both; signs are spread over the terms of a sum, so that a sum never holds a sum.</summary>
    public static Formula operator +(Formula a, Formula b) => Sum.Of([new(false, a), new(false, b)]);

    public static Formula operator -(Formula a, Formula b) => Sum.Of([new(false, a), new(true, b)]);

    public static Formula operator -(Formula a) => Sum.Of([new(true, a)]);

    /// <summary>The matrix product; of scalars, their product. C# reads <c>-a * b</c> as <c>(-a) * b</c>, on paper it is <c>-(a · b)</c>.</summary>
    public static Formula operator *(Formula a, Formula b) => new Product(a, b);

    public static Formula operator /(Formula a, Formula b) => new Quotient(a, b);

    public static implicit operator Formula(int value) => Literal.Of(value);

    /// <summary>The same word over other operands: how a formula is rewritten.</summary>
    public abstract Formula Over(IReadOnlyList<Formula> operands);

    /// <summary>
    /// The shape of the value, from the shapes of the names in it. What <paramref name="expected"/> knows more is passed down, so that
    /// <c>h = W · x</c> with h of 3 rows and x of 2 says that W is 3×2.
    /// </summary>
    /// <exception cref="ShapeException">The shapes do not fit; the message names the tensors and their shapes.</exception>
    public abstract Shape Infer(Shapes shapes, Shape expected);

    /// <summary>The value, from the values of the names in it. The shapes have been inferred before, so they fit.</summary>
    public abstract Tensor Evaluate(Valuation values);

    /// <summary>Adds the signed terms that a student writes down for one cell: for a row of a matrix product, its products one by one.</summary>
    public virtual void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms) =>
        terms.Add(new(negative, TermKind.Value, Evaluate(values)[row, column], Number.One, this));

    /// <summary>As it is written on paper: <c>ReLU(W_hx · x_1 + W_hh · h_0 + b_h)</c>. <see cref="FormulaParser"/> reads it back.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    /// <summary>This formula, its operands, theirs, and so on.</summary>
    public IEnumerable<Formula> Everything() => Operands.SelectMany(operand => operand.Everything()).Prepend(this);

    internal abstract void Print(StringBuilder text);

    /// <summary>Prints an operand, in parentheses where it would else be read with its neighbours.</summary>
    internal static void PrintWithin(StringBuilder text, Formula operand, Precedence atLeast)
    {
        if (operand.Precedence >= atLeast)
        {
            operand.Print(text);
            return;
        }

        text.Append('(');
        operand.Print(text);
        text.Append(')');
    }

    internal static void PrintCall(StringBuilder text, string word, params ReadOnlySpan<Formula> arguments)
    {
        text.Append(word).Append('(');
        for (var i = 0; i < arguments.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            arguments[i].Print(text);
        }

        text.Append(')');
    }
}
