using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading.Solving;

/// <summary>Writes the terms of a cell. What the student has yet to work out is written by its name unless the answers may be shown.</summary>
internal sealed class Writer(Worksheet sheet, bool showsAnswers)
{
    /// <summary>The terms of one cell, in the order of the formula.</summary>
    public IReadOnlyList<WrittenTerm> Terms(Formula formula, int row, int column)
    {
        var terms = new List<WrittenTerm>();
        Add(formula, row, column, false, terms);
        return terms;
    }

    /// <summary>A cell of a formula: a number where it may be known, else its name, <c>h_1[2]</c>.</summary>
    public string Cell(Formula formula, int row, int column) => MayBeKnown(formula)
        ? Print(Value(formula, row, column))
        : formula is Name name ? NameOfCell(name, row, column)
        : $"({formula})";

    /// <summary>A number within a formula: a negative one in parentheses.</summary>
    public static string Print(Number number) => number.IsNegative ? $"({Signed(number)})" : number.ToString();

    /// <summary>A number by itself, with a real minus sign.</summary>
    public static string Signed(Number number) => number.ToString().Replace('-', '−');

    private void Add(Formula formula, int row, int column, bool negative, List<WrittenTerm> terms)
    {
        switch (formula)
        {
            case Sum sum:
                foreach (var part in sum.Parts)
                {
                    Add(part.Formula, row, column, negative ^ part.Negative, terms);
                }

                break;
            case Product { Left: var left, Right: var right }:
                // A scalar has one cell, a matrix as many products as columns.
                var inner = ShapeOf(left) is { IsMatrix: true } shape && ShapeOf(right).IsMatrix ? shape.Columns : 1;
                for (var k = 0; k < inner; k++)
                {
                    terms.Add(new(negative, Cell(left, row, inner == 1 ? column : k), "·", Cell(right, inner == 1 ? row : k, column)));
                }

                break;
            case ElementwiseProduct { Left: var left, Right: var right }:
                terms.Add(new(negative, Cell(left, row, column), "·", Cell(right, row, column)));
                break;
            case Quotient quotient:
                terms.Add(new(negative, Cell(quotient.Dividend, row, column), "/", Cell(quotient.Divisor, 0, 0)));
                break;
            case Total total:
                var cells = ShapeOf(total.Operand);
                for (var cell = 0; cell < cells.Cells; cell++)
                {
                    terms.Add(Plain(total.Operand, cell / cells.Columns, cell % cells.Columns, negative));
                }

                break;
            case ParameterCount count:
                terms.AddRange(count.Tensors.Select(tensor => Sides(tensor, negative)));
                break;
            default:
                terms.Add(Plain(formula, row, column, negative));
                break;
        }
    }

    private WrittenTerm Plain(Formula formula, int row, int column, bool negative) => MayBeKnown(formula)
        ? WrittenTerm.Of(negative ? -Value(formula, row, column) : Value(formula, row, column))
        : new(negative, Cell(formula, row, column));

    private Number Value(Formula formula, int row, int column) =>
        formula.Evaluate(sheet.Reference) is { Shape.IsMatrix: true } tensor ? tensor[row, column] : formula.Evaluate(sheet.Reference)[0];

    private WrittenTerm Sides(Name tensor, bool negative)
    {
        var quantity = sheet.Quantities[tensor.Slot];
        if (quantity.Shape.Kind != ShapeKind.Size)
        {
            return new(negative, $"{quantity.Shape.Rows}", "·", $"{quantity.Shape.Columns}");
        }

        var size = sheet.Reference[tensor.Slot];
        return showsAnswers ? new(negative, Print(size[0]), "·", Print(size[1])) : new(negative, $"rows of {tensor}", "·", $"columns of {tensor}");
    }

    private string NameOfCell(Name name, int row, int column) => sheet.Quantities[name.Slot].Shape switch
    {
        { IsMatrix: true, Columns: 1 } => $"{name}[{row}]",
        { IsMatrix: true } => $"{name}[{row},{column}]",
        _ => name.Text,
    };

    private bool MayBeKnown(Formula formula) =>
        showsAnswers || !formula.Everything().OfType<Name>().Any(name => sheet.Quantities[name.Slot].IsBlank);

    private Shape ShapeOf(Formula formula) => formula is Name name ? sheet.Quantities[name.Slot].Shape : formula.Evaluate(sheet.Reference).Shape;
}
