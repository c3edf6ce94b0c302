using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>What an RNN has and the MLP with the same layers has not.</summary>
internal sealed class RnnToMlp() : Exercise(
    7,
    "rnn-to-mlp",
    "RNN → MLP",
    Level.Beginner,
    "Given an RNN in matrix and graph form, cross out what an MLP without recurring hidden states does not have.")
{
    private static readonly Parameter Inputs = Parameter.Range("input", "The number of inputs; by default drawn.", 2, 5);

    private static readonly Parameter Outputs = Parameter.Range("output", "The number of outputs; by default drawn.", 1, 4);

    protected override IReadOnlyList<Parameter> OwnParameters => [Inputs, Parameter.Hidden, Outputs];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Cross out everything in this RNN that a multilayer perceptron with the same layers, without recurring hidden states, does not have.");
        var size = new RnnNetwork(draw.Size(Inputs, 5), draw.Settings.Number(Parameter.Hidden)!.Value, draw.Size(Outputs, 4));
        sheet.Ask(new Difference
        {
            Blank = "crossed_out",
            Kind = BlankKind.CrossedOut,
            Selection = Selection.Components,
            Networks = new Dictionary<string, Worksheet> { ["RNN"] = size.WriteWithBiases(recurrent: true), ["MLP"] = size.WriteWithBiases(recurrent: false) },
            Of = "RNN",
            Without = "MLP",
            MatrixForm = "RNN",
            GraphForm = "RNN",
        });
    }
}
