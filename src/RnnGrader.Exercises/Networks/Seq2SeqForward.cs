using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Networks;

internal sealed class Seq2SeqForward() : Exercise(
    11,
    "seq2seq-forward",
    "Sequence to sequence",
    Level.Beginner,
    "Given the inputs and the weights of an encoder and a decoder, calculate the hidden states, the context c, and the decoder's states and outputs.")
{
    protected override IReadOnlyList<Parameter> OwnParameters =>
        [Encoder.Steps, Decoder.Steps, Parameter.Input, Parameter.Hidden, Encoder.Context, Decoder.Output, Parameter.LargestWeight, Parameter.Density];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        sheet.Ask("The encoder reads the inputs, starting from h_0 = 0, and hands the context c to the decoder, which starts from the state c and the start token y_0. Calculate every state, the context and every output.");
        var context = Encoder.Write(sheet, draw);
        Decoder.Write(sheet, draw, context, draw.Settings.Number(Encoder.Context)!.Value);
    }
}
