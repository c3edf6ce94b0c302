using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;
using static RnnGrader.Engine.Formulas.Words;

namespace RnnGrader.Exercises.Networks;

/// <summary>One step of a two-layer RNN; the first <paramref name="carriedLayers"/> layers start from a state that is not zero.</summary>
internal sealed class MultilayerRnn(int number, int t, string slug, int carriedLayers) : Exercise(
    number,
    slug,
    $"Multilayer RNN (t = {t})",
    Level.Intermediate,
    $"Given the input x_{t}, the states before it and the weights of a two-layer RNN, calculate the states h1_{t} and h2_{t}.")
{
    private static readonly Parameter Upper = Parameter.Range("hidden2", "The number of hidden units of the second layer.", 2, 5, 2);

    protected override IReadOnlyList<Parameter> OwnParameters =>
        [Parameter.Input, Parameter.Hidden, Upper, Parameter.LargestWeight, Parameter.Density];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        var (inputs, lower, upper) = (draw.Settings.Number(Parameter.Input)!.Value, draw.Settings.Number(Parameter.Hidden)!.Value, draw.Settings.Number(Upper)!.Value);
        sheet.Ask($"Calculate the hidden states h1_{t} and h2_{t} of this two-layer RNN at time step t = {t}.");

        var x = sheet.Given($"x_{t}", Role.Input, draw.Inputs(inputs));
        var before1 = sheet.Given($"h1_{t - 1}", Role.State, carriedLayers < 1 ? Tensor.Zero(lower) : draw.State(lower));
        var before2 = sheet.Given($"h2_{t - 1}", Role.State, carriedLayers < 2 ? Tensor.Zero(upper) : draw.State(upper));
        var w1_hx = sheet.Given("W1_hx", Role.Weight, draw.FromBelow(lower, inputs));
        var w1_hh = sheet.Given("W1_hh", Role.RecurrentWeight, draw.FromBefore(lower));
        var b1_h = sheet.Given("b1_h", Role.Bias, draw.Bias(lower));
        var w2_hx = sheet.Given("W2_hx", Role.Weight, draw.FromBelow(upper, lower));
        var w2_hh = sheet.Given("W2_hh", Role.RecurrentWeight, draw.FromBefore(upper));
        var b2_h = sheet.Given("b2_h", Role.Bias, draw.Bias(upper));

        var h1 = sheet.Blank($"h1_{t}", Role.State, ReLU(w1_hx * x + w1_hh * before1 + b1_h));
        sheet.Blank($"h2_{t}", Role.State, ReLU(w2_hx * h1 + w2_hh * before2 + b2_h));
    }
}
