using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Gradebook;

/// <summary>What a class has of an assignment.</summary>
internal static class GradebookEndpoints
{
    public static IEndpointRouteBuilder MapGradebook(this IEndpointRouteBuilder api)
    {
        api.MapGet("/assignments/{id}/gradebook", ReadAsync).WithTags("Grades").Is(Act.SeeGrades)
            .Produces<GradebookPage>(StatusCodes.Status200OK, "application/json", "text/csv")
            .ProducesAccessProblems().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>A row for each student of the course and a column for each item. As JSON it is paged; as `text/csv`, by `Accept` or `format`, it is the whole class.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="group">The students of this group alone.</param>
    /// <param name="format">`json` or `csv`, in place of `Accept`.</param>
    /// <param name="layout">Columns of a file: `plain`, or what `canvas` or `moodle` imports.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of rows, by name; or a file of all.</response>
    /// <response code="422">A parameter has no meaning; `errors` says which.</response>
    private static async Task<Results<Ok<GradebookPage>, PushStreamHttpResult, ProblemHttpResult>> ReadAsync(
        string id, string? group, string? format, string? layout, string? limit, string? cursor,
        HttpRequest request, Visit visit, GradebookReader gradebook, StoreContext store, CancellationToken cancellationToken)
    {
        if (!GradebookForm.TryRead(request, format, layout, out var form, out var problem) || !Paging.TryRead(limit, cursor, out var paging, out problem))
        {
            return problem;
        }

        if (form.Layout is not { } chosen)
        {
            return TypedResults.Ok(await gradebook.PageAsync(visit.Course, visit.Id, group, paging, cancellationToken));
        }

        var assignment = await store.Assignments.AsNoTracking().SingleAsync(a => a.Id == visit.Id, cancellationToken);
        var columns = await gradebook.ColumnsAsync(visit.Id, cancellationToken);
        var rows = gradebook.AllAsync(visit.Course, visit.Id, group, columns, cancellationToken);
        return TypedResults.Stream(stream => new GradebookFile(assignment, columns, chosen).WriteAsync(rows, stream, cancellationToken), GradebookFile.ContentType, "gradebook.csv");
    }
}
