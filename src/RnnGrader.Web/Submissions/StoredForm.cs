using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnGrader.Web.Submissions;

/// <summary>The form in which verdicts are stored: the one the API answers. It is read in any order of members, since jsonb keeps none.</summary>
internal static class StoredForm
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
