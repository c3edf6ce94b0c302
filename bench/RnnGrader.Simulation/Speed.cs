using System.Globalization;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;
using RnnGrader.Grading;

namespace RnnGrader.Simulation;

/// <summary>What drawing and grading cost once warm: the median of nine runs, in microseconds of CPU.</summary>
internal static class Speed
{
    private const int Sheets = 100;

    // CPU and not wall time: other work shares the machine.
    private static readonly TimeSpan Run = TimeSpan.FromMilliseconds(100);

    public static void Print(string slug)
    {
        var exercise = Catalogue.Find(slug)!;
        var settings = Settings.Default(exercise);
        var sheets = Enumerable.Range(0, Sheets).Select(seed => exercise.Draw((ulong)seed, settings)).ToArray();
        Row(slug, "draw, best of ten", i => exercise.Draw((ulong)i, settings));
        var right = sheets.Select(sheet => Answer(sheet, (cell, _) => cell)).ToArray();
        Row(slug, "grade, all right", i => Grader.Grade(sheets[i], right[i]));
        var carried = sheets.Select(Carried).ToArray();
        Row(slug, "grade, one error carried", i => Grader.Grade(sheets[i], carried[i]));
        var wrong = sheets.Select(sheet => Answer(sheet, (cell, index) => cell + 40 + (index * 7))).ToArray();
        Row(slug, "grade, wholly wrong", i => Grader.Grade(sheets[i], wrong[i]));
        var near = sheets.Select(sheet => Answer(sheet, (cell, index) => cell + 1)).ToArray();
        Row(slug, "grade, all one too many", i => Grader.Grade(sheets[i], near[i]));
        var working = sheets.Select(sheet => Answer(sheet, (cell, index) => cell + 1, "2*3+1*1-1 = ")).ToArray();
        Row(slug, "grade, wrong with working", i => Grader.Grade(sheets[i], working[i]));
    }

    private static void Row(string slug, string what, Func<int, object> work)
    {
        var times = new double[9];
        for (var run = 0; run < times.Length; run++)
        {
            var began = Environment.CpuUsage.TotalTime;
            var count = 0;
            while (Environment.CpuUsage.TotalTime - began < Run)
            {
                for (var i = 0; i < Sheets; i++, count++)
                {
                    GC.KeepAlive(work(i));
                }
            }

            times[run] = (Environment.CpuUsage.TotalTime - began).TotalMicroseconds / count;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {slug} | {what} | {times[4]:0.0} |"));
    }

    private static Answers Answer(Worksheet sheet, Func<Number, int, Number> of, string before = "")
    {
        var index = 0;
        return Answers.Of(sheet.Quantities.Where(quantity => quantity.IsBlank).Select(quantity => KeyValuePair.Create(
            quantity.Name.Text,
            sheet.Reference[quantity.Name.Slot] is { Shape.Kind: ShapeKind.Size } size
                ? new string?[] { $"{of(size[0], index++)}x{of(size[1], index++)}" }
                : [.. sheet.Reference[quantity.Name.Slot].Cells.ToArray().Select(cell => $"{before}{of(cell, index++)}")])));
    }

    // The first cell is wrong, all others follow from it.
    private static Answers Carried(Worksheet sheet)
    {
        var texts = new Dictionary<string, string?[]>();
        var values = sheet.Start();
        var done = false;
        foreach (var quantity in sheet.Quantities.Where(quantity => quantity is { Definition: not null, IsSymbolic: false }))
        {
            var value = quantity.Definition!.Evaluate(values);
            if (quantity.IsBlank && !done)
            {
                value = Tensor.Of(value.Shape, [value[0] + 1, .. value.Cells[1..]]);
                done = true;
            }

            values.Put(quantity, value);
            texts[quantity.Name.Text] = value.Shape.Kind == ShapeKind.Size ? [$"{value[0]}x{value[1]}"] : [.. value.Cells.ToArray().Select(cell => cell.ToString())];
        }

        return Answers.Of(texts.Where(entry => sheet.Find(entry.Key)!.IsBlank));
    }
}
