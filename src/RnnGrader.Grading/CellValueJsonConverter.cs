using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnGrader.Grading;

/// <summary>Writes a <see cref="CellValue"/> as the JSON number or the text that it is.</summary>
public sealed class CellValueJsonConverter : JsonConverter<CellValue>
{
    public override CellValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(Encoding.UTF8.GetString(reader.ValueSpan), true) : new(reader.GetString()!, false);

    public override void Write(Utf8JsonWriter writer, CellValue value, JsonSerializerOptions options)
    {
        if (value.IsNumber)
        {
            writer.WriteRawValue(value.Text);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
