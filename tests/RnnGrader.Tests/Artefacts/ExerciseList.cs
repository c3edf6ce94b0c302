using System.Text;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Exercises;

namespace RnnGrader.Tests.Artefacts;

/// <summary>The catalogue for people: each exercise with an example, its drawings and its right answers.</summary>
internal static class ExerciseList
{
    public static string Write(ulong seed)
    {
        var text = new StringBuilder();
        text.Append($"""
            # The exercises

            Generated from the catalogue by `RNNGRADER_UPDATE=1 dotnet test --project tests/RnnGrader.Tests`; a test holds it to the code.
            The examples are those of seed {seed} with the usual parameters. Vectors are columns; a matrix is written row by row.

            | # | exercise | level | blanks |
            |---|---|---|---|

            """);
        foreach (var exercise in Catalogue.All)
        {
            text.Append($"| {exercise.Number} | [{exercise.Title}](#{exercise.Slug}) | {exercise.Level} | {string.Join(' ', exercise.Blanks.Select(blank => $"`{blank.Name}`"))} |\n");
        }

        foreach (var exercise in Catalogue.All)
        {
            Write(text, exercise, exercise.Draw(seed, Settings.Default(exercise)));
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Exercise exercise, Worksheet sheet)
    {
        text.Append($"""

            <a id="{exercise.Slug}"></a>
            ## {exercise.Number}. {exercise.Title}

            `{exercise.Slug}` · {exercise.Level} · version {exercise.Version}. {exercise.Summary}

            | parameter | values | usual | what it changes |
            |---|---|---|---|

            """);
        foreach (var parameter in exercise.Parameters)
        {
            text.Append($"| `{parameter.Name}` | {Values(parameter)} | {parameter.Default ?? "drawn"} | {parameter.Description} |\n");
        }

        text.Append($"\n**Asked.** {sheet.Prompt}\n\n");
        text.Append($"**Given.** {string.Join(", ", sheet.VisibleGivens.Select(given => $"`{given.Name} = {(given.Shape.IsScalar ? given.Given![0] : given.Given)}`").DefaultIfEmpty("The drawing."))}\n\n");
        foreach (var formula in sheet.PrintedFormulas)
        {
            text.Append($"- `{formula}`\n");
        }

        text.Append($"\n![The matrix form](exercises/{exercise.Slug}-matrix.svg)\n\n![The graph](exercises/{exercise.Slug}-graph.svg)\n\n");
        text.Append($"**Right answers.** {string.Join(", ", Answers(sheet))}\n");
    }

    private static string Values(Parameter parameter) =>
        parameter.Choices is { } choices ? string.Join(", ", choices.Select(choice => $"`{choice}`")) : $"{parameter.Minimum}..{parameter.Maximum}";

    private static IEnumerable<string> Answers(Worksheet sheet) => sheet.Difference is { } difference
        ? [$"`{difference.Blank}`: {string.Join(' ', difference.Reference.Select(atom => $"`{difference.NameOf(atom)}`"))}"]
        : Answering.Reference(sheet).Select(answer => $"`{answer.Key} = {(answer.Value.Length == 1 ? answer.Value[0] : $"[{string.Join("; ", answer.Value)}]")}`");
}
