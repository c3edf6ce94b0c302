using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Grading;

/// <summary>The cells of one blank while they are being judged.</summary>
/// <param name="Quantity">The blank.</param>
/// <param name="Expected">What follows from the student's own earlier values.</param>
/// <param name="Marks">Its cells, row by row.</param>
internal sealed record MarkedBlank(Quantity Quantity, Tensor Expected, Mark[] Marks)
{
    public bool IsSize => Quantity.Shape.Kind == ShapeKind.Size;

    public bool HasOpen
    {
        get
        {
            foreach (var mark in Marks)
            {
                if (mark.IsOpen)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
