using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Extensions;

/// <summary>More time or attempts for single students.</summary>
internal static class ExtensionEndpoints
{
    public static IEndpointRouteBuilder MapExtensions(this IEndpointRouteBuilder api)
    {
        var extensions = api.MapGroup("/assignments/{id}/extensions").WithTags("Assignments").ProducesAccessProblems();
        extensions.MapPut("/{person}", SetAsync).Is(Act.ChangeAssignment).AddEndpointFilter<Validated<ExtensionRequest>>().ProducesBodyProblems();
        extensions.MapGet("", ListAsync).Is(Act.SeeGrades).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        extensions.MapDelete("/{person}", EndAsync).Is(Act.ChangeAssignment);
        return api;
    }

    /// <summary>Gives a student more time or attempts, in place of what the student was given before. What was submitted keeps its score until a regrade.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="person">Id of the student.</param>
    /// <response code="200">The extension.</response>
    /// <response code="404">There is no such assignment, or the person is no student of its course.</response>
    private static async Task<Results<Ok<ExtensionAnswer>, ProblemHttpResult>> SetAsync(
        string id, string person, Posted<ExtensionRequest> request, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Ids.Read(person) is not { } student
            || !await store.Memberships.AnyAsync(m => m.CourseId == visit.Course && m.PersonId == student && m.Role == CourseRole.Student && m.RemovedAt == null, cancellationToken))
        {
            return Problem.Of(StatusCodes.Status404NotFound, "The course has no such student. GET /api/v1/courses/{id}/members lists them.");
        }

        var now = time.Now();
        var sent = request.Value;
        return await store.InTransactionAsync(
            async () =>
            {
                var extension = await FindAsync(store, visit.Id, student, cancellationToken);
                var before = extension is null ? null : ExtensionAnswer.Of(extension);
                if (extension is null)
                {
                    extension = new() { AssignmentId = visit.Id, PersonId = student, CourseId = visit.Course, DueAt = null, ClosesAt = null, ExtraAttempts = 0, Reason = "" };
                    store.Add(extension);
                }

                (extension.DueAt, extension.ClosesAt, extension.ExtraAttempts, extension.Reason) = (sent.DueAt, sent.ClosesAt, sent.ExtraAttempts ?? 0, sent.Reason?.Trim() ?? "");
                var after = ExtensionAnswer.Of(extension);
                store.Record(visit, now, "extension.set", Ids.Write(student), before, after);
                await store.SaveChangesAsync(cancellationToken);
                return TypedResults.Ok(after);
            },
            cancellationToken);
    }

    /// <summary>Lists the extensions of an assignment.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of extensions.</response>
    private static async Task<Results<Ok<Page<ExtensionAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        Paging.TryRead(limit, cursor, out var paging, out var problem)
            ? TypedResults.Ok(paging.Cut(await store.Extensions.AsNoTracking().Where(e => e.AssignmentId == visit.Id).OrderBy(e => e.PersonId)
                .Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken)).Select(ExtensionAnswer.Of))
            : problem;

    /// <summary>Takes a student's extension back: from now on everything is as for everybody.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="person">Id of the student.</param>
    /// <response code="204">There is none any more.</response>
    private static async Task<NoContent> EndAsync(string id, string person, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        await store.InTransactionAsync(
            async () =>
            {
                if (Ids.Read(person) is { } student && await FindAsync(store, visit.Id, student, cancellationToken) is { } extension)
                {
                    store.Remove(extension);
                    store.Record(visit, time.Now(), "extension.ended", Ids.Write(student), ExtensionAnswer.Of(extension), null);
                    await store.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Extension?> FindAsync(StoreContext store, Guid assignment, Guid student, CancellationToken cancellationToken) =>
        store.Extensions.SingleOrDefaultAsync(e => e.AssignmentId == assignment && e.PersonId == student, cancellationToken);
}
