using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Sizes;

/// <summary>The sizes of an RNN that is too large to be drawn.</summary>
internal sealed class RnnParameterSizesLarge() : Exercise(
    6,
    "rnn-parameter-sizes-large",
    "Counting parameters (large)",
    Level.Beginner,
    "Given the sizes of the vectors of a large RNN, write down the size of each weight matrix and bias.")
{
    private static readonly Domain Writable = Domain.Integers(1, 10_000);

    protected override IReadOnlyList<Parameter> OwnParameters => [];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("This RNN is too large to be drawn. Write down the size of each of its parameters. Vectors are columns; a size is rows × columns.");
        var sizes = Enumerable.Range(2, 31).Select(thirtyTwos => 32 * thirtyTwos).ToArray();
        draw.Shuffle(sizes);
        var sizeX = sheet.Given("size_x", Role.Units, Tensor.Scalar(sizes[0]), Writable);
        var sizeH = sheet.Given("size_h", Role.Units, Tensor.Scalar(sizes[1]), Writable);
        var sizeY = sheet.Given("size_y", Role.Units, Tensor.Scalar(sizes[2]), Writable);
        foreach (var parameter in RnnSymbols.Write(sheet, sizeX, sizeH, sizeY).Parameters)
        {
            sheet.Blank($"size_{parameter}", Role.Size, Size(parameter));
        }
    }
}
