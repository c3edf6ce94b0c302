using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnGrader.Web.Requests;

/// <summary>Reads a time as RFC 3339 has it, its offset included: a time without one means another instant to each reader.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTime>
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryRead(reader.GetString()!, out var time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Reads a time with an offset, in whole microseconds.</summary>
    public static bool TryRead(string text, out DateTime utc)
    {
        var hasOffset = text.EndsWith('Z') || text.EndsWith('z') || (text.Length > 6 && text[^6] is '+' or '-');
        var isTime = DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && hasOffset;
        utc = time.UtcDateTime.AddTicks(-(time.UtcDateTime.Ticks % TimeSpan.TicksPerMicrosecond));
        return isTime;
    }
}
