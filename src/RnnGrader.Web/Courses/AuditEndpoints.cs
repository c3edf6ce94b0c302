using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Who changed what in a course. It is only ever read.</summary>
internal static class AuditEndpoints
{
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/courses/{id}/audit", ListAsync).WithTags("Courses").Is(Act.SeeAudit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>Lists who changed what in a course and when, the newest first. Nothing of it can be changed.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">The changes.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">Students don't see it.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="422">`limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<AuditAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, null, out var paging, out var problem))
        {
            return problem;
        }

        // New entries come in at the front: pages go by the last entry's id, not by how many were shown.
        var before = cursor is null ? (Guid?)null : Ids.Read(cursor);
        if (cursor is not null && before is null)
        {
            return Problem.Invalid("cursor", "cursor must be the `next` of an earlier page, as it came.");
        }

        var found = await (
            from entry in store.Audit.AsNoTracking()
            where entry.CourseId == visit.Course && (before == null || entry.Id < before)
            orderby entry.Id descending
            join person in store.Users on entry.ActorId equals person.Id into actors
            from actor in actors.DefaultIfEmpty()
            select new { Entry = entry, actor!.Name }).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        var answers = found.Take(paging.Limit).Select(row => new AuditAnswer(
            Ids.Write(row.Entry.Id), row.Entry.At, Ids.Write(row.Entry.ActorId), row.Name, row.Entry.Action, row.Entry.Subject, Json(row.Entry.Before), Json(row.Entry.After))).ToList();
        return TypedResults.Ok(new Page<AuditAnswer>(answers, found.Count > paging.Limit ? answers[^1].Id : null));
    }

    private static JsonElement? Json(string? stored) => stored is null ? null : JsonDocument.Parse(stored).RootElement;
}
