using System.Text;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>Formulas in MathML Core, which browsers draw by themselves.</summary>
public static class MathMl
{
    /// <summary><c>h_1 = ReLU(W_hx · x_1 + b_h)</c>.</summary>
    public static string Equation(Quantity quantity) => Wrap($"{Name(quantity.Name.Text)}<mo>=</mo>{Print(quantity.Definition!, null)}");

    /// <summary>The equation, the numbers put in, and the value.</summary>
    internal static string Solution(Worksheet sheet, Quantity quantity) => Wrap(
        $"{Name(quantity.Name.Text)}<mo>=</mo>{Print(quantity.Definition!, null)}<mo>=</mo>{Print(quantity.Definition!, sheet.Reference)}<mo>=</mo>{Print(sheet.Reference[quantity.Name.Slot])}");

    private static string Wrap(string inner) => $"""<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow>{inner}</mrow></math>""";

    // With values, names stand for their numbers; without, for themselves.
    private static string Print(Formula formula, Valuation? values) => formula switch
    {
        Name name => values is null || values.ShapeOf(name.Slot).Kind == ShapeKind.Size ? Name(name.Text) : Print(values[name.Slot]),
        Literal literal => Number(literal.Value),
        Sum sum => string.Concat(sum.Parts.Select((part, i) => $"{(i, part.Negative) switch { (0, false) => "", (_, true) => "<mo>−</mo>", _ => "<mo>+</mo>" }}{Within(part.Formula, values)}")),
        Product product => $"{Within(product.Left, values)}<mo>·</mo>{Within(product.Right, values)}",
        ElementwiseProduct product => $"{Within(product.Left, values)}<mo>⊙</mo>{Within(product.Right, values)}",
        Quotient quotient => $"<mfrac><mrow>{Print(quotient.Dividend, values)}</mrow><mrow>{Print(quotient.Divisor, values)}</mrow></mfrac>",
        Activation activation => Call(activation.Word, Print(activation.Operand, values)),
        Total total => $"<mo>∑</mo>{Within(total.Operand, values)}",
        Rounding rounding => Call(Rounding.Word, $"{Print(rounding.Operand, values)}<mo>,</mo>{Number(rounding.Places)}"),
        Lookup lookup => Call(Lookup.Word, $"{Print(lookup.Table, null)}<mo>,</mo>{Print(lookup.Operand, values)}"),
        SizeOf size => Call(SizeOf.Word, Name(size.Tensor.Text)),
        ParameterCount count => Call(ParameterCount.Word, string.Join("<mo>,</mo>", count.Tensors.Select(tensor => Name(tensor.Text)))),
        OneHot oneHot => Call(OneHot.Word, $"{Print(oneHot.Index, values)}<mo>,</mo>{Number(oneHot.Length)}"),
        _ => $"<mtext>{Escape(formula.ToString())}</mtext>",
    };

    private static string Within(Formula formula, Valuation? values) => formula is Sum
        ? $"<mrow><mo>(</mo>{Print(formula, values)}<mo>)</mo></mrow>"
        : Print(formula, values);

    private static string Call(string word, string arguments) => $"<mrow><mi>{word}</mi><mo>(</mo>{arguments}<mo>)</mo></mrow>";

    private static string Print(Tensor tensor)
    {
        if (!tensor.Shape.IsMatrix)
        {
            return Number(tensor[0]);
        }

        var table = new StringBuilder("<mrow><mo>[</mo><mtable>");
        for (var row = 0; row < tensor.Rows; row++)
        {
            table.Append("<mtr>").AppendJoin("", Enumerable.Range(0, tensor.Columns).Select(column => $"<mtd>{Number(tensor[row, column])}</mtd>")).Append("</mtr>");
        }

        return table.Append("</mtable><mo>]</mo></mrow>").ToString();
    }

    private static string Number(Number number) => number.IsNegative ? $"<mrow><mo>−</mo><mn>{-number}</mn></mrow>" : $"<mn>{number}</mn>";

    // What stands behind the first underscore is an index: W_hx, h_{t-1}.
    private static string Name(string name)
    {
        var bar = name.IndexOf('_', StringComparison.Ordinal);
        return bar < 1
            ? $"<mi>{Escape(name)}</mi>"
            : $"<msub><mi>{Escape(name[..bar])}</mi><mi>{Escape(name[(bar + 1)..].Trim('{', '}'))}</mi></msub>";
    }

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
