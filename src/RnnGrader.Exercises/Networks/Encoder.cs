using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Networks;

/// <summary>The encoder: h_t from h_0 = 0 over the steps, then the context c of the last state.</summary>
internal static class Encoder
{
    public static readonly Parameter Steps = Parameter.Range("steps", "The number of inputs the encoder reads.", 1, 3, 2);

    public static readonly Parameter Context = Parameter.Range("context", "The number of units of the context c.", 2, 5, 2);

    /// <summary>Writes the encoder and returns its context.</summary>
    public static Name Write(WorksheetWriter sheet, Draw draw)
    {
        var (inputs, units, contexts) = (draw.Settings.Number(Parameter.Input)!.Value, draw.Settings.Number(Parameter.Hidden)!.Value, draw.Settings.Number(Context)!.Value);
        var x = new Name[draw.Settings.Number(Steps)!.Value];
        for (var t = 0; t < x.Length; t++)
        {
            x[t] = sheet.Given($"x_{t + 1}", Role.Input, draw.Inputs(inputs));
        }

        var h = sheet.Given("h_0", Role.State, Tensor.Zero(units));
        var w_hx = sheet.Given("W_hx", Role.Weight, draw.FromBelow(units, inputs));
        var w_hh = sheet.Given("W_hh", Role.RecurrentWeight, draw.FromBefore(units));
        var b_h = sheet.Given("b_h", Role.Bias, draw.Bias(units));
        var w_ch = sheet.Given("W_ch", Role.Weight, draw.Weights(contexts, units));
        var b_c = sheet.Given("b_c", Role.Bias, draw.Bias(contexts));

        for (var t = 0; t < x.Length; t++)
        {
            h = sheet.Blank($"h_{t + 1}", Role.State, ReLU(w_hx * x[t] + w_hh * h + b_h));
        }

        return sheet.Blank("c", Role.State, ReLU(w_ch * h + b_c));
    }
}
