using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Networks;

internal sealed class EncoderForward() : Exercise(
    13,
    "encoder-forward",
    "Calculate an encoder",
    Level.Beginner,
    "Given the inputs and the weights of an encoder, calculate its hidden states and the context c.")
{
    protected override IReadOnlyList<Parameter> OwnParameters =>
        [Encoder.Steps, Parameter.Input, Parameter.Hidden, Encoder.Context, Parameter.LargestWeight, Parameter.Density];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Calculate the hidden state of this encoder at each time step, starting from h_0 = 0, and then the context c.");
        Encoder.Write(sheet, draw);
    }
}
