using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Sizes;

/// <summary>The sizes of a drawn RNN. Its numbers of units are not written: they are to be counted in the drawing.</summary>
internal sealed class RnnParameterSizesSmall() : Exercise(
    5,
    "rnn-parameter-sizes-small",
    "Counting parameters (small)",
    Level.Beginner,
    "Given a drawn RNN with every unit visible, write down the size of each vector, weight matrix and bias.")
{
    private static readonly Domain Drawable = Domain.Integers(1, 16);

    protected override IReadOnlyList<Parameter> OwnParameters => UnitParameters.Small;

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Count the units of this RNN, and write down the size of each vector and of each parameter. Vectors are columns; a size is rows × columns.");
        var (inputs, units, outputs) = UnitParameters.DrawSmall(draw);
        var sizeX = sheet.Given("size_x", Role.Units, Tensor.Scalar(inputs), Drawable, hidden: true);
        var sizeH = sheet.Given("size_h", Role.Units, Tensor.Scalar(units), Drawable, hidden: true);
        var sizeY = sheet.Given("size_y", Role.Units, Tensor.Scalar(outputs), Drawable, hidden: true);
        var rnn = RnnSymbols.Write(sheet, sizeX, sizeH, sizeY);
        foreach (var tensor in rnn.Parameters.Prepend(rnn.Y).Prepend(rnn.H).Prepend(rnn.X))
        {
            sheet.Blank($"size_{tensor}", Role.Size, Size(tensor));
        }
    }
}
