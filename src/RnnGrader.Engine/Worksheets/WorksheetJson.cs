using System.Buffers;
using System.Text;
using System.Text.Json;
using RnnGrader.Engine.Formulas;
using RnnGrader.Engine.Numbers;
using RnnGrader.Engine.Structures;

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
            Write(json, sheet);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="FormatException">It is not a worksheet; the message says where.</exception>
    public static Worksheet Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ShapeException or ArgumentException)
        {
            throw new FormatException($"This is not a worksheet: {e.Message}", e);
        }
    }

    private static void Write(Utf8JsonWriter json, Worksheet sheet)
    {
        json.WriteStartObject();
        json.WriteString("prompt", sheet.Prompt);
        json.WriteStartArray("quantities");
        foreach (var quantity in sheet.Quantities)
        {
            Write(json, quantity);
        }

        json.WriteEndArray();
        if (sheet.Difference is { } difference)
        {
            json.WritePropertyName("difference");
            Write(json, difference);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteString("blank", difference.Blank);
        json.WriteString("kind", difference.Kind.ToString());
        json.WriteString("selection", difference.Selection.ToString());
        json.WriteString("of", difference.Of);
        json.WriteString("without", difference.Without);
        json.WriteString("matrixForm", difference.MatrixForm);
        json.WriteString("graphForm", difference.GraphForm);
        json.WriteStartObject("networks");
        foreach (var (name, network) in difference.Networks)
        {
            json.WritePropertyName(name);
            Write(json, network);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Worksheet Read(JsonElement json)
    {
        var writer = new WorksheetWriter();
        writer.Ask(json.GetProperty("prompt").GetString()!);
        foreach (var quantity in json.GetProperty("quantities").EnumerateArray())
        {
            Read(writer, quantity);
        }

        if (json.TryGetProperty("difference", out var difference))
        {
            writer.Ask(ReadDifference(difference));
        }

        return writer.Finish();
    }

    private static Difference ReadDifference(JsonElement json) => new()
    {
        Blank = json.GetProperty("blank").GetString()!,
        Kind = Enum.Parse<BlankKind>(json.GetProperty("kind").GetString()!),
        Selection = Enum.Parse<Selection>(json.GetProperty("selection").GetString()!),
        Of = json.GetProperty("of").GetString()!,
        Without = json.GetProperty("without").GetString()!,
        MatrixForm = json.GetProperty("matrixForm").GetString()!,
        GraphForm = json.GetProperty("graphForm").GetString()!,
        Networks = json.GetProperty("networks").EnumerateObject().ToDictionary(network => network.Name, network => Read(network.Value)),
    };

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

        if (quantity.Mask is { } mask)
        {
            json.WritePropertyName("mask");
            Write(json, mask);
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
        var formula = Formula(writer, json, "formula");
        var tensor =
            json.TryGetProperty("given", out var given) ? writer.Given(name, role, Tensor(given), hidden: hidden)
            : formula is null ? writer.Symbol(name, role, rows, hidden)
            : json.TryGetProperty("blank", out _) ? writer.Blank(name, role, formula)
            : writer.Compute(name, role, formula, rows, hidden);
        if (json.TryGetProperty("mask", out var mask))
        {
            writer.Mask(tensor, Tensor(mask));
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
