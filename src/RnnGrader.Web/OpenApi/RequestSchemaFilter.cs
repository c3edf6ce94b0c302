using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Submissions;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace RnnGrader.Web.OpenApi;

/// <summary>Says of request bodies what their records of raw JSON can't: which types the members have, and what is sent.</summary>
internal sealed class RequestSchemaFilter : ISchemaFilter
{
    public const string SubmissionExample = """{"answers": {"h_1": [["1+3-1"], ["5"], [null]], "y_1": [7, "7"]}}""";

    private static readonly Dictionary<Type, string> Examples = new()
    {
        [typeof(DrawRequest)] = """{"exercise": "rnn-step-1", "seed": 42, "parameters": {"difficulty": "standard"}}""",
        [typeof(SubmitRequest)] = SubmissionExample,
    };

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } described || !Examples.TryGetValue(context.Type, out var example))
        {
            return;
        }

        described.Examples = [JsonNode.Parse(example)!];
        foreach (var (name, member) in members)
        {
            if (member is not OpenApiSchema typed)
            {
                continue;
            }

            typed.Type = name switch
            {
                "exercise" => JsonSchemaType.String,
                "seed" => JsonSchemaType.Integer,
                _ => JsonSchemaType.Object,
            };
            if (name == "seed")
            {
                (typed.Minimum, typed.Maximum, typed.Format) = ("0", $"{DrawRequest.MaxSeed}", "int64");
            }

            if (name is "exercise" or "answers")
            {
                (described.Required ??= new HashSet<string>()).Add(name);
            }
        }
    }
}
