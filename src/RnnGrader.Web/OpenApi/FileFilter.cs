using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace RnnGrader.Web.OpenApi;

/// <summary>Says of answers that are files that they are text, not the JSON of the same address.</summary>
internal sealed class FileFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (_, response) in operation.Responses ?? [])
        {
            if (response.Content?.TryGetValue("text/csv", out var file) == true && file is OpenApiMediaType described)
            {
                described.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
            }
        }
    }
}
