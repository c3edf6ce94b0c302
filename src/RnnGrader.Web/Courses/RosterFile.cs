using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>A roster as it was sent.</summary>
/// <param name="Text">The file's text.</param>
internal sealed record RosterFile(string Text) : IEndpointParameterMetadataProvider
{
    /// <summary>Ten thousand rows of 400 bytes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const string ContentType = "text/csv";

    public static async ValueTask<RosterFile> BindAsync(HttpContext context)
    {
        var bytes = await JsonBody.BytesAsync(context);
        try
        {
            // Reads what a byte order mark says, and else UTF-8. Anything else would make other people of Müller and Nuñez.
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return new(await reader.ReadToEndAsync(context.RequestAborted));
        }
        catch (DecoderFallbackException)
        {
            throw new RefusalException(Problem.Of(StatusCodes.Status400BadRequest, "The file is not UTF-8. In a spreadsheet, save it as 'CSV UTF-8'."));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata([ContentType], typeof(string)));
}
