using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Networks;

internal sealed class DecoderForward() : Exercise(
    14,
    "decoder-forward",
    "Calculate a decoder",
    Level.Beginner,
    "Given the context c, the start token y_0 and the weights of a decoder, calculate its states and outputs.")
{
    protected override IReadOnlyList<Parameter> OwnParameters =>
        [Decoder.Steps, Parameter.Hidden, Decoder.Output, Parameter.LargestWeight, Parameter.Density];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("Calculate the state and the output of this decoder at each time step, starting from the state c and the start token y_0. Each output is the next step's input.");
        var units = draw.Settings.Number(Parameter.Hidden)!.Value;
        var context = sheet.Given("c", Role.State, draw.State(units));
        Decoder.Write(sheet, draw, context, units);
    }
}
