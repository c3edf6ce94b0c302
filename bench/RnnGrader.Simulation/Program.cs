using System.Globalization;
using RnnGrader.Exercises;
using RnnGrader.Simulation;

// dotnet run -c Release --project bench/RnnGrader.Simulation [seeds] [file] [sentences]: simulated students, and what the grader said to them.
// speed [exercise …]: what drawing and grading cost.
if (args is ["speed", ..])
{
    foreach (var slug in args.Length > 1 ? args[1..] : ["rnn-step-2", "seq2seq-forward", "softmax-cross-entropy-gradient", "rnn-grow-hidden"])
    {
        Speed.Print(slug);
    }

    return;
}

var seeds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
var tally = new Tally();
foreach (var exercise in Catalogue.All)
{
    for (var seed = 0; seed < seeds; seed++)
    {
        var sheet = exercise.Draw((ulong)seed, Settings.Default(exercise));
        if (sheet.Difference is null)
        {
            new Students(exercise.Slug, sheet, seed, tally).All();
        }
    }
}

var report = Report.Of(tally, seeds);
Console.Write(report);
if (args is [_, _, var sentences])
{
    File.WriteAllLines(sentences, tally.Said);
}

if (args.Length > 1)
{
    File.WriteAllText(args[1], report);
}
