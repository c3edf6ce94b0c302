using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Sizes;

/// <summary>The sizes of the parameters of Y = W_2 · ReLU(W_1 · X + b_1) + b_2.</summary>
internal sealed class MlpParameterSizes() : Exercise(
    1,
    "mlp-parameter-sizes",
    "MLP parameter sizes",
    Level.Beginner,
    "Given a drawn two-layer MLP, write down the size of each weight matrix and bias.")
{
    private const int MostUnits = 16;

    protected override IReadOnlyList<Parameter> OwnParameters => UnitParameters.Small;

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Write down the sizes of the parameters of this multilayer perceptron. Vectors are columns; a size is rows × columns.");
        var (inputs, units, outputs) = UnitParameters.DrawSmall(draw);
        var x = sheet.Symbol("X", Role.Input, sheet.Given("size_X", Role.Units, Tensor.Scalar(inputs), Domain.Integers(1, MostUnits)));
        var sizeH = sheet.Given("size_H", Role.Units, Tensor.Scalar(units), Domain.Integers(1, MostUnits));
        var sizeY = sheet.Given("size_Y", Role.Units, Tensor.Scalar(outputs), Domain.Integers(1, MostUnits));
        var w1 = sheet.Symbol("W_1", Role.Weight);
        var b1 = sheet.Symbol("b_1", Role.Bias);
        var w2 = sheet.Symbol("W_2", Role.Weight);
        var b2 = sheet.Symbol("b_2", Role.Bias);
        var h = sheet.Compute("H", Role.State, ReLU(w1 * x + b1), rows: sizeH);
        sheet.Compute("Y", Role.Output, w2 * h + b2, rows: sizeY);

        foreach (var parameter in new[] { w1, b1, w2, b2 })
        {
            sheet.Blank($"size_{parameter}", Role.Size, Size(parameter));
        }
    }
}
