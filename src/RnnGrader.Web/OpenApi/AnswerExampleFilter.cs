using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using RnnGrader.Engine;
using RnnGrader.Exercises;
using RnnGrader.Grading;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace RnnGrader.Web.OpenApi;

/// <summary>Shows answers as the code gives them: what is shown is drawn and graded here, so that it can't be untrue.</summary>
internal sealed class AnswerExampleFilter(IOptions<JsonOptions> json) : ISchemaFilter
{
    private const int Seed = 42;
    private static readonly DateTime Then = new(2026, 9, 1, 8, 30, 0, DateTimeKind.Utc);
    private static readonly Guid InstanceId = new("01990000000070008000000000000001");
    private static readonly Guid SubmissionId = new("01990000000070008000000000000002");

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described)
        {
            return;
        }

        if (context.Type == typeof(InstanceAnswer))
        {
            Show(described, InstanceAnswer.Of(Draw()));
        }
        else if (context.Type == typeof(SubmissionAnswer))
        {
            Show(described, Submit());
        }
    }

    private void Show<T>(OpenApiSchema schema, T example) => schema.Examples = [JsonSerializer.SerializeToNode(example, json.Value.SerializerOptions)!];

    private static DrawnInstance Draw()
    {
        var exercise = Catalogue.Find("rnn-step-1")!;
        var settings = Settings.Default(exercise);
        var sheet = exercise.Draw(Seed, settings);
        return new(InstanceRow.Of(InstanceId, exercise, Seed, settings, sheet, Then), sheet);
    }

    private static SubmissionAnswer Submit()
    {
        using var body = JsonDocument.Parse(RequestSchemaFilter.SubmissionExample);
        var (drawn, sent) = (Draw(), body.RootElement.GetProperty("answers"));
        var submission = SubmissionRow.Of(drawn.Row, sent, Grader.Grade(drawn.Sheet, Answers.Read(drawn.Sheet, sent, new Problems())!), Grader.Version, Then);
        return SubmissionAnswer.Of(submission, []) with { Id = Ids.Write(SubmissionId) };
    }
}
