using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Networks;

/// <summary>The decoder: s_t from s_0 = c and the start token y_0; each output is the next step's input.</summary>
internal static class Decoder
{
    public static readonly Parameter Steps = Parameter.Range("outputSteps", "The number of outputs the decoder writes.", 1, 3, 2);

    public static readonly Parameter Output = Parameter.Range("output", "The number of cells of an output.", 1, 4, 2);

    /// <summary>Writes the decoder that starts from the context, of so many units.</summary>
    public static void Write(WorksheetWriter sheet, Draw draw, Name context, int units)
    {
        var outputs = draw.Settings.Number(Output)!.Value;
        var y = sheet.Given("y_0", Role.Input, draw.Inputs(outputs));
        var w_ss = sheet.Given("W_ss", Role.RecurrentWeight, draw.FromBefore(units));
        var w_sy = sheet.Given("W_sy", Role.Weight, draw.FromBelow(units, outputs));
        var b_s = sheet.Given("b_s", Role.Bias, draw.Bias(units));
        var w_ys = sheet.Given("W_ys", Role.Weight, draw.Weights(outputs, units));
        var b_y = sheet.Given("b_y", Role.Bias, draw.Bias(outputs));

        var s = context;
        for (var t = 1; t <= draw.Settings.Number(Steps)!.Value; t++)
        {
            s = sheet.Blank($"s_{t}", Role.State, ReLU(w_ss * s + w_sy * y + b_s));
            y = sheet.Blank($"y_{t}", Role.Output, ReLU(w_ys * s + b_y));
        }
    }
}
