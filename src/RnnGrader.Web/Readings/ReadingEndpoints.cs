using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Readings;

/// <summary>Says how typed cells are understood, before anything is submitted.</summary>
internal static class ReadingEndpoints
{
    public static IEndpointRouteBuilder MapReadings(this IEndpointRouteBuilder api)
    {
        api.MapPost("/readings", Read).WithTags("Submissions").Is(Act.SeeCatalogue).AddEndpointFilter<Validated<ReadRequest>>().ProducesBodyProblems();
        return api;
    }

    /// <summary>Reads cells as they will be read when they are submitted. Nothing is stored or judged.</summary>
    /// <response code="200">What each cell stands for, or why it can't be read; neither for an empty one.</response>
    /// <response code="422">What is sent are no cells.</response>
    private static Ok<ReadAnswer> Read(Posted<ReadRequest> request)
    {
        var kind = request.Value.Kind?.GetString() == "size" ? BlankKind.Size : BlankKind.Numbers;
        return TypedResults.Ok(new ReadAnswer([.. request.Value.Cells!.Value.EnumerateArray().Select(cell => CellReading.Of(kind, Text(cell)))]));
    }

    private static string? Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => cell.GetString(),
        _ => cell.GetRawText(),
    };
}
