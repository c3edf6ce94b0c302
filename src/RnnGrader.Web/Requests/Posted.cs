using System.IO.Pipelines;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;

namespace RnnGrader.Web.Requests;

/// <summary>A request's JSON body, read with care, and what tells a repetition of it.</summary>
/// <param name="Value">The body.</param>
/// <param name="Hash">SHA-256 of the body as it was sent.</param>
/// <param name="Key">The `Idempotency-Key`; null where none was sent.</param>
/// <typeparam name="T">A record of <see cref="JsonElement"/>s: reading it never fails on a type, and numbers stay exact.</typeparam>
internal sealed record Posted<T>(T Value, byte[] Hash, string? Key) : IEndpointParameterMetadataProvider
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static async ValueTask<Posted<T>> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw Refuse(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json.");
        }

        var key = IdempotencyHeader.Read(context.Request.Headers);
        var bytes = await ReadAsync(context.Request.BodyReader, context.RequestAborted);
        var hash = SHA256.HashData(bytes);
        using var body = Parse(bytes);
        Members<T>.RefuseUnknown(body.RootElement);
        return new(body.RootElement.Deserialize<T>(JsonSerializerOptions.Web)!, hash, key);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static async Task<byte[]> ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await reader.CopyToAsync(stream, cancellationToken);
        return stream.ToArray();
    }

    private static JsonDocument Parse(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            throw Refuse(StatusCodes.Status400BadRequest, "The body is not valid UTF-8.");
        }

        UnicodeRepair.Repair(bytes);
        try
        {
            var body = JsonDocument.Parse(bytes, Strict);
            return body.RootElement.ValueKind == JsonValueKind.Object ? body : throw Refuse(StatusCodes.Status400BadRequest, "The body must be a JSON object: {…}.");
        }
        catch (JsonException error)
        {
            throw Refuse(StatusCodes.Status400BadRequest, $"The body is not the JSON that is read here: {error.Message}");
        }
    }

    private static RefusalException Refuse(int status, string sentence) => new(Problem.Of(status, sentence));
}
