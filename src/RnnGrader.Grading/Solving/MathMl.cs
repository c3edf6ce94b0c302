using System.Text;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>Formulas in MathML Core, which browsers draw by themselves.</summary>
public static class MathMl
{
    /// <summary><c>h_1 = ReLU(W_hx · x_1 + b_h)</c>.</summary>
    public static string Equation(Quantity quantity) => Wrap($"{Name(quantity.Name.Text)}<mo>=</mo>{Print(quantity.Definition!, Name)}");

    /// <summary>A formula in which each name stands as <paramref name="shown"/> says: as its numbers, or as what has been filled in.</summary>
    public static string Of(Formula formula, Func<Name, string> shown) => Wrap(Print(formula, shown));

    /// <summary>A name by itself, set with its index: part of a formula.</summary>
    public static string Name(Name name) => Name(name.Text);

    /// <summary>Numbers in brackets: part of a formula.</summary>
    public static string Matrix(Tensor tensor) => Table(tensor.Rows, tensor.Columns, (row, column) => Number(tensor[row, column]));

    /// <summary>Cells in brackets, each of its own content: part of a formula.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="cell">The content of a cell in MathML, by its zero-based row and column.</param>
    public static string Table(int rows, int columns, Func<int, int, string> cell)
    {
        var table = new StringBuilder("<mrow><mo>[</mo><mtable>");
        for (var row = 0; row < rows; row++)
        {
            table.Append("<mtr>").AppendJoin("", Enumerable.Range(0, columns).Select(column => $"<mtd>{cell(row, column)}</mtd>")).Append("</mtr>");
        }

        return table.Append("</mtable><mo>]</mo></mrow>").ToString();
    }

    /// <summary>The equation, the numbers put in, and the value.</summary>
    internal static string Solution(Worksheet sheet, Quantity quantity) => Wrap(
        $"{Name(quantity.Name.Text)}<mo>=</mo>{Print(quantity.Definition!, Name)}<mo>=</mo>{Print(quantity.Definition!, name => InNumbers(sheet.Reference, name))}<mo>=</mo>{Print(sheet.Reference[quantity.Name.Slot])}");

    private static string Wrap(string inner) => $"""<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mrow>{inner}</mrow></math>""";

    private static string InNumbers(Valuation values, Name name) => values.ShapeOf(name.Slot).Kind == ShapeKind.Size ? Name(name) : Print(values[name.Slot]);

    private static string Print(Formula formula, Func<Name, string> shown) => formula switch
    {
        Name name => shown(name),
        Literal literal => Number(literal.Value),
        Sum sum => string.Concat(sum.Parts.Select((part, i) => $"{(i, part.Negative) switch { (0, false) => "", (_, true) => "<mo>−</mo>", _ => "<mo>+</mo>" }}{Within(part.Formula, shown)}")),
        Product product => $"{Within(product.Left, shown)}<mo>·</mo>{Within(product.Right, shown)}",
        ElementwiseProduct product => $"{Within(product.Left, shown)}<mo>⊙</mo>{Within(product.Right, shown)}",
        Quotient quotient => $"<mfrac><mrow>{Print(quotient.Dividend, shown)}</mrow><mrow>{Print(quotient.Divisor, shown)}</mrow></mfrac>",
        Activation activation => Call(activation.Word, Print(activation.Operand, shown)),
        Total total => $"<mo>∑</mo>{Within(total.Operand, shown)}",
        Rounding rounding => Call(Rounding.Word, $"{Print(rounding.Operand, shown)}<mo>,</mo>{Number(rounding.Places)}"),
        Lookup lookup => Call(Lookup.Word, $"{Print(lookup.Table, Name)}<mo>,</mo>{Print(lookup.Operand, shown)}"),
        SizeOf size => Call(SizeOf.Word, Name(size.Tensor.Text)),
        ParameterCount count => Call(ParameterCount.Word, string.Join("<mo>,</mo>", count.Tensors.Select(tensor => Name(tensor.Text)))),
        OneHot oneHot => Call(OneHot.Word, $"{Print(oneHot.Index, shown)}<mo>,</mo>{Number(oneHot.Length)}"),
        _ => $"<mtext>{Escape(formula.ToString())}</mtext>",
    };

    private static string Within(Formula formula, Func<Name, string> shown) => formula is Sum
        ? $"<mrow><mo>(</mo>{Print(formula, shown)}<mo>)</mo></mrow>"
        : Print(formula, shown);

    // Parentheses grow around matrices, and not around an index below the line.
    private static string Call(string word, string arguments)
    {
        var grows = arguments.Contains("<mtable>", StringComparison.Ordinal) ? "" : " stretchy=\"false\"";
        return $"<mrow><mi mathvariant=\"normal\">{word}</mi><mo{grows}>(</mo>{arguments}<mo{grows}>)</mo></mrow>";
    }

    private static string Print(Tensor tensor) => tensor.Shape.IsMatrix ? Matrix(tensor) : Number(tensor[0]);

    /// <summary>A number with its sign: part of a formula.</summary>
    public static string Number(Number number) => number.IsNegative ? $"<mrow><mo>−</mo><mn>{-number}</mn></mrow>" : $"<mn>{number}</mn>";

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
