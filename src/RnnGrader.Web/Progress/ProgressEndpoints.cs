using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Progress;

/// <summary>The workbook's front page: how much is completed, and whether it is enough.</summary>
internal static class ProgressEndpoints
{
    public static IEndpointRouteBuilder MapProgress(this IEndpointRouteBuilder api)
    {
        api.MapGet("/courses/{id}/progress", ReadAsync).WithTags("Grades").Is(Act.SeeProgress)
            .ProducesAccessProblems().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>How many exercises each student has completed, by level and in all, against the goal of their group. Students see their own row alone.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="group">The students of this group alone.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of students, by name.</response>
    /// <response code="422">`limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<ProgressRow>>, ProblemHttpResult>> ReadAsync(
        string id, string? group, string? limit, string? cursor, Visit visit, ProgressReader progress, StudentWork work, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        if (visit.IsStaff)
        {
            return TypedResults.Ok(await progress.PageAsync(visit.Course, group, paging, cancellationToken));
        }

        var own = await progress.OwnAsync(visit.Course, visit.PersonId, await work.OfCourseAsync(visit.Course, visit.PersonId, cancellationToken), cancellationToken);
        return TypedResults.Ok(new Page<ProgressRow>(own is null ? [] : [own], null));
    }
}
