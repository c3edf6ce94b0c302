using Microsoft.OpenApi;
using RnnGrader.Web.Requests;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace RnnGrader.Web.OpenApi;

/// <summary>Describes what a <see cref="Posted{T}"/> reads by itself: the body must be there, and a key may be.</summary>
internal sealed class RequestFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.Parameters?.SingleOrDefault(parameter => parameter.Name == "limit") is OpenApiParameter limit)
        {
            // Read as text, so that what has no meaning is told in our words.
            limit.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{Paging.MaxLimit}", Default = Paging.DefaultLimit };
        }

        if (operation.RequestBody is not OpenApiRequestBody body)
        {
            return;
        }

        body.Required = true;
        if (context.ApiDescription.HttpMethod != HttpMethods.Post || body.Content?.ContainsKey("application/json") != true)
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotencyHeader.Name,
            In = ParameterLocation.Header,
            Description = "Makes the request safe to repeat: the same key with the same body answers the first result again and stores nothing twice; with another body it is a 422.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyHeader.MaxLength, Pattern = "^[ -~]+$" },
        });
    }
}
