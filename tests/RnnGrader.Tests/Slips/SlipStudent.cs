using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Slips;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;

namespace RnnGrader.Tests.Slips;

/// <summary>A student who makes one slip throughout one blank and works on correctly from there.</summary>
internal sealed class SlipStudent
{
    private readonly Dictionary<string, string?[]> texts = [];

    public SlipStudent(Worksheet sheet, Quantity blank, SlipVariant variant)
    {
        var values = sheet.Start();
        foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { Definition: not null, IsSymbolic: false }))
        {
            var right = quantity.Definition!.Evaluate(values);
            var written = quantity == blank ? variant.Evaluate(values) : right;
            if (quantity == blank)
            {
                Made = right.Shape.Kind == ShapeKind.Size
                    ? right.SameAs(written) ? [] : [0]
                    : [.. Enumerable.Range(0, right.Cells.Length).Where(cell => right[cell] != written[cell])];
                Applies = variant.Applies(values);
            }

            values.Put(quantity, written);
            if (quantity.IsBlank)
            {
                texts[quantity.Name.Text] = Answering.Texts(written);
            }
        }

        Grade = Answering.Grade(sheet, texts);
    }

    public bool Applies { get; }

    /// <summary>The cells of the blank that the slip changed.</summary>
    public int[] Made { get; } = [];

    public Grade Grade { get; }

    public IEnumerable<string> Texts => texts.Values.SelectMany(cells => cells).OfType<string>();
}
