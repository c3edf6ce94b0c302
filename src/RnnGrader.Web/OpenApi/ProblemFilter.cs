using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace RnnGrader.Web.OpenApi;

/// <summary>Says what the refusals mean that every operation has in common.</summary>
internal sealed class ProblemFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["400"] = "The body is not JSON, or not an object.",
        ["413"] = "The body is too large.",
        ["415"] = "The body is not sent as application/json.",
        ["429"] = "Too many requests from this address.",
        ["503"] = "The store can't be reached now. Send the same request again.",
    };

    /// <summary>What a refusal means where the handler does not say it.</summary>
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["401"] = "Nobody is signed in, or the token is not good.",
        ["403"] = "You may see this, but not do it.",
        ["409"] = "It can't be done now; `detail` says why.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse described)
            {
                continue;
            }

            if (Descriptions.TryGetValue(status, out var description) && context.ApiDescription.RelativePath != "health/ready")
            {
                described.Description = description;
            }
            else if (described.Description?.Contains(' ') != true && Otherwise.TryGetValue(status, out var otherwise))
            {
                described.Description = otherwise;
            }

            if (status is "429" || (status is "503" && context.ApiDescription.RelativePath != "health/ready"))
            {
                described.Headers = Header("Retry-After", "Seconds to wait.", JsonSchemaType.Integer);
            }

            if (status is "201")
            {
                described.Headers = Header("Location", "Where it can be read.", JsonSchemaType.String);
            }
        }
    }

    private static Dictionary<string, IOpenApiHeader> Header(string name, string description, JsonSchemaType type) =>
        new() { [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } } };
}
