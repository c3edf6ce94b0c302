using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;

namespace RnnGrader.Web.Requests;

/// <summary>Reads a request's body as the JSON object that it must be.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <param name="context">The request.</param>
    /// <param name="canBeEmpty">Whether no body means `{}`.</param>
    /// <returns>The object, and the bytes as they were sent.</returns>
    /// <exception cref="RefusalException">It is none.</exception>
    public static async Task<(JsonElement Body, byte[] Sent)> ReadAsync(HttpContext context, bool canBeEmpty = false)
    {
        if (canBeEmpty && context.Request.ContentType is null && await BytesAsync(context) is [])
        {
            return (Parse([.. "{}"u8]), []);
        }

        if (!context.Request.HasJsonContentType())
        {
            throw Refuse(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json.");
        }

        var sent = await BytesAsync(context);
        return (Parse([.. sent]), sent);
    }

    /// <summary>The whole body, as long as the endpoint's limit lets it be.</summary>
    public static async Task<byte[]> BytesAsync(HttpContext context)
    {
        using var stream = new MemoryStream();
        await context.Request.BodyReader.CopyToAsync(stream, context.RequestAborted);
        return stream.ToArray();
    }

    private static JsonElement Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw Refuse(StatusCodes.Status400BadRequest, "The body is not valid UTF-8.");
        }

        UnicodeRepair.Repair(bytes);
        try
        {
            using var body = JsonDocument.Parse(bytes, Strict);
            return body.RootElement.ValueKind == JsonValueKind.Object ? body.RootElement.Clone() : throw Refuse(StatusCodes.Status400BadRequest, "The body must be a JSON object: {…}.");
        }
        catch (JsonException error)
        {
            throw Refuse(StatusCodes.Status400BadRequest, $"The body is not the JSON that is read here: {error.Message}");
        }
    }

    private static RefusalException Refuse(int status, string sentence) => new(Problem.Of(status, sentence));
}
