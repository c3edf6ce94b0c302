using System.Globalization;
using System.Text;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Slips.Rewritten;

/// <summary>A formula whose every row got the value of the row so many below it; past the last comes the first.</summary>
internal sealed class ShiftedRows(Formula operand, int by, int rows) : Formula
{
    public override IReadOnlyList<Formula> Operands => [operand];

    public override Formula Over(IReadOnlyList<Formula> operands) => new ShiftedRows(operands[0], by, rows);

    public override Shape Infer(Shapes shapes, Shape expected) => operand.Infer(shapes, expected);

    public override Tensor Evaluate(Valuation values)
    {
        var straight = operand.Evaluate(values);
        var cells = new Number[straight.Cells.Length];
        for (var row = 0; row < straight.Rows; row++)
        {
            for (var column = 0; column < straight.Columns; column++)
            {
                cells[(row * straight.Columns) + column] = straight[RowOf(row), column];
            }
        }

        return Tensor.Own(straight.Shape, cells);
    }

    /// <summary>The row whose value was taken.</summary>
    public int RowOf(int row) => (row + by + rows) % rows;

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms) =>
        operand.Core.Terms(values, RowOf(row), column, negative, terms);

    internal override void Print(StringBuilder text) => PrintCall(text, string.Create(CultureInfo.InvariantCulture, $"shifted{by}"), operand);
}
