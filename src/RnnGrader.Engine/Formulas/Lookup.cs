using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>Every cell looked up in a table of two rows, x above and its value below: <c>lookup(exp_table, z)</c>. What is not in the table has no value.</summary>
public sealed class Lookup(Formula table, Formula operand) : Formula
{
    public const string Word = "lookup";

    public Formula Table { get; } = table;

    public Formula Operand { get; } = operand;

    public override IReadOnlyList<Formula> Operands => [Table, Operand];

    public override Formula Over(IReadOnlyList<Formula> operands) => new Lookup(operands[0], operands[1]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var table = Table.Infer(shapes, Shape.Unknown);
        return table is { IsMatrix: true, Rows: 0 or 2 }
            ? Operand.Infer(shapes, expected)
            : throw new ShapeException(this, $"In '{this}', {Shapes.Describe(Table, table)}: a table has two rows, x and its value.");
    }

    public override Tensor Evaluate(Valuation values)
    {
        var table = Table.Evaluate(values);
        return Operand.Evaluate(values).Map(cell => At(table, cell));
    }

    internal override void Print(StringBuilder text) => PrintCall(text, Word, Table, Operand);

    private static Number At(Tensor table, Number x)
    {
        for (var column = 0; column < table.Columns; column++)
        {
            if (table[0, column] == x)
            {
                return table[1, column];
            }
        }

        return Number.NoValue;
    }
}
