using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Sizes;

/// <summary>An RNN whose hidden state grows: its new sizes, and how many parameters came with them.</summary>
internal sealed class RnnGrowHidden() : Exercise(
    8,
    "rnn-grow-hidden",
    "Adding parameters",
    Level.Beginner,
    "Given an RNN's sizes and by how many units its hidden state grows, write down the new sizes and how many parameters were added.")
{
    private static readonly Parameter GrowBy = Parameter.Range("growBy", "By how many units the hidden state grows.", 1, 3, 1);

    private static readonly Domain Drawable = Domain.Integers(1, 16);

    protected override IReadOnlyList<Parameter> OwnParameters => [.. UnitParameters.Small, GrowBy];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("The hidden state of this RNN grows from size_h by grow_by units. Write down the new size of each parameter, and how many parameters are added in all.");
        var (inputs, units, outputs) = UnitParameters.DrawSmall(draw);
        var sizeX = sheet.Given("size_x", Role.Units, Tensor.Scalar(inputs), Drawable);
        var sizeH = sheet.Given("size_h", Role.Units, Tensor.Scalar(units), Drawable);
        var sizeY = sheet.Given("size_y", Role.Units, Tensor.Scalar(outputs), Drawable);
        var growBy = sheet.Given("grow_by", Role.Units, Tensor.Scalar(draw.Settings.Number(GrowBy)!.Value), Drawable);
        var before = RnnSymbols.Write(sheet, sizeX, sizeH, sizeY, "_before", hidden: true);
        var after = RnnSymbols.Write(sheet, sizeX, sizeH + growBy, sizeY);

        // The count goes through the sizes that the student wrote, so that a wrong size is carried into it.
        var sizes = after.Parameters.Select(parameter => sheet.Blank($"size_{parameter}", Role.Size, Size(parameter))).ToArray();
        sheet.Blank("new_parameters", Role.Size, Parameters(sizes) - Parameters(before.Parameters));
    }
}
