using System.Runtime.CompilerServices;
using System.Text.Json;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Worksheets;

namespace RnnGrader.Tests.Engine;

/// <summary>2,000 cases computed by PyTorch (see <c>pytorch/generate.py</c>), their formulas read from text.</summary>
public sealed class PyTorchTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder(), "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void The_engine_agrees_with_PyTorch(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), file)));
        var cases = document.RootElement.EnumerateArray().ToArray();
        Assert.InRange(cases.Length, 200, 1000);
        foreach (var example in cases)
        {
            var values = Write(example).Evaluate();
            var names = Write(example).Quantities.ToDictionary(quantity => quantity.Name.Text, quantity => quantity.Name.Slot);
            foreach (var expected in example.GetProperty("expect").EnumerateObject())
            {
                var value = values[names[expected.Name]];
                var cells = expected.Value.EnumerateArray().SelectMany(row => row.EnumerateArray()).ToArray();
                Assert.Equal(cells.Length, value.Cells.Length);
                for (var cell = 0; cell < cells.Length; cell++)
                {
                    if (example.GetProperty("integer").GetBoolean())
                    {
                        Assert.Equal(cells[cell].GetRawText(), value[cell].ToString());
                    }
                    else
                    {
                        Assert.Equal(cells[cell].GetDouble(), value[cell].ToDouble(), 1e-9);
                    }
                }
            }
        }
    }

    [Fact]
    public void There_are_two_thousand_cases() =>
        Assert.Equal(2000, Directory.EnumerateFiles(Folder(), "*.json").Sum(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetArrayLength()));

    private static Worksheet Write(JsonElement example)
    {
        var writer = new WorksheetWriter();
        foreach (var given in example.GetProperty("givens").EnumerateObject())
        {
            var rows = given.Value.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.Deserialize<Number>()).ToArray()).ToArray();
            writer.Given(given.Name, Role.Other, Tensor.Of(Shape.Matrix(rows.Length, rows[0].Length), [.. rows.SelectMany(row => row)]));
        }

        foreach (var formula in example.GetProperty("formulas").EnumerateArray().Select(formula => formula.GetString()!.Split(" = ", 2)))
        {
            Assert.True(FormulaParser.TryParse(formula[1], writer.Names, out var definition, out var problem), problem);
            writer.Compute(formula[0], Role.Other, definition);
        }

        return writer.Finish();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "pytorch");
}
