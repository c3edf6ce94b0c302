using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Networks;

/// <summary>One step of an Elman RNN from a given state, which is zero before the first step.</summary>
internal sealed class RnnStep(int number, int t) : Exercise(
    number,
    $"rnn-step-{t}",
    $"Calculate an RNN (t = {t})",
    Level.Beginner,
    $"Given the input x_{t}, the state h_{t - 1} and the weights of an RNN, calculate the hidden state h_{t} and the output y_{t}.")
{
    protected override IReadOnlyList<Parameter> OwnParameters =>
        [Parameter.Input, Parameter.Hidden, Parameter.Output, Parameter.LargestWeight, Parameter.Density];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        var (inputs, units, outputs) = (draw.Settings.Number(Parameter.Input)!.Value, draw.Settings.Number(Parameter.Hidden)!.Value, draw.Settings.Number(Parameter.Output)!.Value);
        sheet.Ask($"Calculate the hidden state h_{t} and the output y_{t} of this RNN at time step t = {t}.");

        var x = sheet.Given($"x_{t}", Role.Input, draw.Inputs(inputs));
        var before = sheet.Given($"h_{t - 1}", Role.State, t == 1 ? Tensor.Zero(units) : draw.State(units));
        var w_hx = sheet.Given("W_hx", Role.Weight, draw.FromBelow(units, inputs));
        var w_hh = sheet.Given("W_hh", Role.RecurrentWeight, draw.FromBefore(units));
        var b_h = sheet.Given("b_h", Role.Bias, draw.Bias(units));
        var w_yh = sheet.Given("W_yh", Role.Weight, draw.Weights(outputs, units));
        var b_y = sheet.Given("b_y", Role.Bias, draw.Bias(outputs));

        var h = sheet.Blank($"h_{t}", Role.State, ReLU(w_hx * x + w_hh * before + b_h));
        sheet.Blank($"y_{t}", Role.Output, w_yh * h + b_y);
    }
}
