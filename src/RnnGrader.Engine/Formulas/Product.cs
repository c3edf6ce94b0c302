using System.Text;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Engine.Formulas;

/// <summary>The matrix product <c>A · B</c>, (r×k)·(k×c) → r×c; where one side is a scalar, every cell of the other times it.</summary>
public sealed class Product(Formula left, Formula right) : Formula
{
    public Formula Left { get; } = left;

    public Formula Right { get; } = right;

    public override IReadOnlyList<Formula> Operands => [Left, Right];

    internal override Precedence Precedence => Precedence.Product;

    public override Formula Over(IReadOnlyList<Formula> operands) => new Product(operands[0], operands[1]);

    public override Shape Infer(Shapes shapes, Shape expected)
    {
        var left = Left.Infer(shapes, Shape.Unknown);
        var right = Right.Infer(shapes, Shape.Unknown);
        if (left.IsScalar)
        {
            return Right.Infer(shapes, expected);
        }

        if (right.IsScalar)
        {
            return Left.Infer(shapes, expected);
        }

        if (!left.IsMatrix || !right.IsMatrix || !Shape.Fits(left.Columns, right.Rows))
        {
            throw new ShapeException(this, $"In '{this}', {Shapes.Describe(Left, left)} and {Shapes.Describe(Right, right)}: the columns of the first must be as many as the rows of the second.");
        }

        if (!left.IsKnown && expected.IsMatrix)
        {
            left = Left.Infer(shapes, Shape.Matrix(expected.Rows, right.Rows));
        }

        if (!right.IsKnown && expected.IsMatrix)
        {
            right = Right.Infer(shapes, Shape.Matrix(left.Columns, expected.Columns));
        }

        return Shape.Matrix(left.Rows, right.Columns);
    }

    public override Tensor Evaluate(Valuation values)
    {
        var left = Left.Evaluate(values);
        var right = Right.Evaluate(values);
        if (left.Shape.IsScalar)
        {
            return right.Map(cell => left[0] * cell);
        }

        if (right.Shape.IsScalar)
        {
            return left.Map(cell => cell * right[0]);
        }

        var (rows, inner, columns) = (left.Rows, left.Columns, right.Columns);
        var a = left.Cells;
        var b = right.Cells;
        var cells = new Number[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = Number.Zero;
                for (var k = 0; k < inner; k++)
                {
                    sum += a[(row * inner) + k] * b[(k * columns) + column];
                }

                cells[(row * columns) + column] = sum;
            }
        }

        return Tensor.Own(Shape.Matrix(rows, columns), cells);
    }

    public override void Terms(Valuation values, int row, int column, bool negative, ICollection<Term> terms)
    {
        // Operands are evaluated as a whole: listing the terms of terms cell by cell is exponential in the depth.
        var left = Left.Evaluate(values);
        var right = Right.Evaluate(values);
        if (left.Shape.IsScalar || right.Shape.IsScalar)
        {
            terms.Add(new(negative, TermKind.Product, left.Shape.IsScalar ? left[0] : left[row, column], right.Shape.IsScalar ? right[0] : right[row, column], this));
            return;
        }

        for (var k = 0; k < left.Columns; k++)
        {
            terms.Add(new(negative, TermKind.Product, left[row, k], right[k, column], this));
        }
    }

    internal override void Print(StringBuilder text)
    {
        PrintWithin(text, Left, Precedence.Product);
        text.Append(" · ");
        PrintWithin(text, Right, Precedence.Atom);
    }
}
