using System.Buffers;
using System.Text;
using System.Text.Json;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;

namespace RnnGrader.Engine.Worksheets;

/// <summary>
/// A worksheet as JSON, formulas included: what an instance stores, so that grading it needs no catalogue and an exercise may change without
/// touching what was handed out.
/// </summary>
public static class WorksheetJson
{
    private static readonly NumberJsonConverter Numbers = new();

    public static string Write(Worksheet sheet)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("prompt", sheet.Prompt);
            json.WriteStartArray("quantities");
            foreach (var quantity in sheet.Quantities)
            {
                Write(json, quantity);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="FormatException">It is not a worksheet; the message says where.</exception>
    public static Worksheet Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var writer = new WorksheetWriter();
            writer.Ask(document.RootElement.GetProperty("prompt").GetString()!);
            foreach (var quantity in document.RootElement.GetProperty("quantities").EnumerateArray())
            {
                Read(writer, quantity);
            }

            return writer.Finish();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ShapeException or ArgumentException)
        {
            throw new FormatException($"This is not a worksheet: {e.Message}", e);
        }
    }

    private static void Write(Utf8JsonWriter json, Quantity quantity)
    {
        json.WriteStartObject();
        json.WriteString("name", quantity.Name.Text);
        json.WriteString("role", quantity.Role.ToString());
        if (quantity.Given is { } given)
        {
            json.WritePropertyName("given");
            Write(json, given);
        }

        if (quantity.Rows is { } rows)
        {
            json.WriteString("rows", rows.ToString());
        }

        if (quantity.Definition is { } definition)
        {
            json.WriteString("formula", definition.ToString());
        }

        if (quantity.IsBlank)
        {
            json.WriteBoolean("blank", true);
        }

        if (quantity.IsHidden)
        {
            json.WriteBoolean("hidden", true);
        }

        json.WriteEndObject();
    }

    // A scalar is a number, a matrix an array of rows.
    private static void Write(Utf8JsonWriter json, Tensor tensor)
    {
        if (tensor.Shape.IsScalar)
        {
            Numbers.Write(json, tensor[0], JsonSerializerOptions.Default);
            return;
        }

        json.WriteStartArray();
        for (var row = 0; row < tensor.Rows; row++)
        {
            json.WriteStartArray();
            for (var column = 0; column < tensor.Columns; column++)
            {
                Numbers.Write(json, tensor[row, column], JsonSerializerOptions.Default);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Read(WorksheetWriter writer, JsonElement json)
    {
        var name = json.GetProperty("name").GetString()!;
        var role = Enum.Parse<Role>(json.GetProperty("role").GetString()!);
        var hidden = json.TryGetProperty("hidden", out var flag) && flag.GetBoolean();
        var rows = Formula(writer, json, "rows");
        if (json.TryGetProperty("given", out var given))
        {
            writer.Given(name, role, Tensor(given), hidden: hidden);
        }
        else if (Formula(writer, json, "formula") is not { } definition)
        {
            writer.Symbol(name, role, rows, hidden);
        }
        else if (json.TryGetProperty("blank", out _))
        {
            writer.Blank(name, role, definition);
        }
        else
        {
            writer.Compute(name, role, definition, rows, hidden);
        }
    }

    private static Formula? Formula(WorksheetWriter writer, JsonElement json, string member) =>
        !json.TryGetProperty(member, out var text) ? null
        : FormulaParser.TryParse(text.GetString()!, writer.Names, out var formula, out var problem) ? formula
        : throw new JsonException(problem);

    private static Tensor Tensor(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return Engine.Numbers.Tensor.Scalar(json.Deserialize<Number>());
        }

        var rows = json.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.Deserialize<Number>()).ToArray()).ToArray();
        return Engine.Numbers.Tensor.Own(Shape.Matrix(rows.Length, rows[0].Length), [.. rows.SelectMany(row => row)]);
    }
}
