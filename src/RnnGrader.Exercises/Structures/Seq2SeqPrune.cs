using RnnGrader.Engine.Structures;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>What an unrolled RNN with an input and an output at every step has, and a sequence-to-sequence model has not.</summary>
internal sealed class Seq2SeqPrune() : Exercise(
    12,
    "seq2seq-prune",
    "Sequence to sequence",
    Level.Beginner,
    "Given an unrolled RNN with an input and an output at every step, and what the model must do, cross out what it must not have.")
{
    private static readonly Parameter Variant = Parameter.Choice("variant", "What the model must do.", "readThenWrite", "readThenWrite", "manyToOne", "oneToMany", "aligned");
    private static readonly Parameter Steps = Parameter.Range("steps", "The number of time steps drawn; by default drawn, more when harder.", 3, 7);
    private static readonly Parameter Input = Parameter.Range("input", "The number of cells of an input; by default drawn.", 1, 2);
    private static readonly Parameter Hidden = Parameter.Range("hidden", "The number of hidden units; by default drawn.", 1, 3);
    private static readonly Parameter Output = Parameter.Range("output", "The number of cells of an output; by default drawn.", 1, 2);

    protected override IReadOnlyList<Parameter> OwnParameters => [Variant, Steps, Input, Hidden, Output];

    protected override void Write(WorksheetWriter sheet, Draw draw)
    {
        var usual = draw.Settings.Difficulty switch { "easy" => 4, "hard" => 6, _ => 5 };
        var steps = draw.Settings.Number(Steps) ?? draw.Between(usual - 1, usual + 1);
        var (inputs, units, outputs) = (draw.Size(Input, 2), draw.Size(Hidden, 3), draw.Size(Output, 2));
        var (task, hasInput, hasOutput, last) = Task(draw, steps);
        sheet.Ask($"This unrolled RNN has an input and an output at each of its {steps} time steps. {task} Cross out everything that it must not have.");
        sheet.Ask(new Difference
        {
            Blank = "crossed_out",
            Kind = BlankKind.CrossedOut,
            Selection = Selection.Components,
            Networks = new Dictionary<string, Worksheet>
            {
                ["unrolled RNN"] = Unrolled(steps, _ => true, _ => true),
                ["model"] = Unrolled(last, hasInput, hasOutput),
            },
            Of = "unrolled RNN",
            Without = "model",
            MatrixForm = "unrolled RNN",
            GraphForm = "unrolled RNN",
        });

        Worksheet Unrolled(int count, Func<int, bool> reads, Func<int, bool> writes) => UnrolledRnn.Write(new(inputs, units, outputs), count, reads, writes);
    }

    // What the model must do, the steps at which it has an input and an output, and its last step.
    private static (string Task, Func<int, bool> Inputs, Func<int, bool> Outputs, int Last) Task(Draw draw, int steps)
    {
        var reads = draw.Between(1, steps - 1);
        return draw.Settings.Choice(Variant) switch
        {
            "manyToOne" => ($"The model reads {steps} tokens, one at each step, and writes one token at the last step.", _ => true, t => t == steps, steps),
            "oneToMany" => ($"The model reads one token at the first step and writes {steps} tokens, one at each step.", t => t == 1, _ => true, steps),
            "aligned" => ($"The model reads {reads} {Tokens(reads)} and writes one for each at the same step, and then it is done.", _ => true, _ => true, reads),
            _ => ($"The model reads {reads} {Tokens(reads)}, one at each step, and then writes {steps - reads} {Tokens(steps - reads)}, one at each step.", t => t <= reads, t => t > reads, steps),
        };
    }

    private static string Tokens(int count) => count == 1 ? "token" : "tokens";
}
