using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnGrader.Engine.Numbers;

/// <summary>A JSON number where the fraction has a finite decimal form, else text (<c>"1/3"</c>); read exactly, not through a double.</summary>
public sealed class NumberJsonConverter : JsonConverter<Number>
{
    public override Number Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        var bar = text.IndexOf('/', StringComparison.Ordinal);
        if (bar < 0)
        {
            return Number.TryParse(text, out var number) ? number : throw new JsonException($"'{text}' is not a number.");
        }

        return Number.TryParse(text.AsSpan(0, bar), out var above) && Number.TryParse(text.AsSpan(bar + 1), out var below)
            ? above / below
            : throw new JsonException($"'{text}' is not a fraction.");
    }

    public override void Write(Utf8JsonWriter writer, Number value, JsonSerializerOptions options)
    {
        if (value.DecimalPlaces is null)
        {
            writer.WriteStringValue(value.ToString());
        }
        else
        {
            writer.WriteRawValue(value.ToString());
        }
    }
}
