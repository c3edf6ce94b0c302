using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips.Rewritten;

namespace RnnGrader.Engine.Slips.Library;

/// <summary>A square matrix was read by columns in place of rows.</summary>
internal sealed class MatrixTransposed() : Slip("matrix-transposed")
{
    public override string Advice => "Each row of the matrix belongs to one unit: multiply along the row.";

    public override string Question => "Did you multiply along the row of the matrix?";

    public override string Deed(Scene scene) => $"when {scene.Variant?.Subject} is read by columns";

    internal override IEnumerable<SlipVariant> In(Situation situation)
    {
        var all = situation.Parts.ToArray();
        var count = 0;
        for (var i = 0; i < situation.Parts.Count; i++)
        {
            if (situation.Parts[i].Formula is Product { Left: Name matrix } product && situation.Of(matrix).Shape is { IsMatrix: true, Rows: > 1 } shape && shape.Rows == shape.Columns)
            {
                var turned = new Altered(matrix, $"{matrix}ᵀ", Transposed) * product.Right;
                all[i] = all[i] with { Formula = turned };
                count++;
                yield return new(this, situation.With(i, turned), matrix);
            }
        }

        if (count > 1)
        {
            yield return new(this, situation.WithParts(all), new Altered(Literal.Of(0), "each square matrix", tensor => tensor));
        }
    }

    private static Tensor Transposed(Tensor matrix)
    {
        var cells = new Number[matrix.Cells.Length];
        for (var row = 0; row < matrix.Rows; row++)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                cells[(column * matrix.Rows) + row] = matrix[row, column];
            }
        }

        return Tensor.Own(Shape.Matrix(matrix.Columns, matrix.Rows), cells);
    }
}
