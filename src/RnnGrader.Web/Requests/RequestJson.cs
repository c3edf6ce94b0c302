using System.Text.Json;
using System.Text.Json.Serialization;

namespace RnnGrader.Web.Requests;

/// <summary>How bodies are read: strictly, so that nothing that was meant is left out in silence.</summary>
internal static class RequestJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new UtcTimeConverter() },
    };

    /// <summary>Reads a body that is known to be an object.</summary>
    /// <exception cref="RefusalException">A member is unknown or has the wrong type.</exception>
    public static T Read<T>(JsonElement body)
    {
        Members<T>.RefuseUnknown(body);
        try
        {
            return body.Deserialize<T>(Options)!;
        }
        catch (JsonException error)
        {
            throw new RefusalException(Problem.Invalid(error.Path?.TrimStart('$').TrimStart('.') ?? "", MemberTypes.Sentence(typeof(T), error.Path ?? "$")));
        }
    }
}
