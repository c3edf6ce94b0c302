using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Assignments;

/// <summary>A course's assignments, as instructors make and change them.</summary>
internal static class AssignmentEndpoints
{
    public static IEndpointRouteBuilder MapAssignments(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Assignments").ProducesAccessProblems();
        group.MapPost("/courses/{id}/assignments", MakeAsync).Is(Act.MakeAssignment).AddEndpointFilter<Validated<AssignmentRequest>>().ProducesBodyProblems();
        group.MapGet("/courses/{id}/assignments", ListAsync).Is(Act.SeeAssignments).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/assignments/{id}", GetAsync).Is(Act.SeeAssignment);
        group.MapPatch("/assignments/{id}", ChangeAsync).Is(Act.ChangeAssignment).ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        group.MapDelete("/assignments/{id}", DeleteAsync).Is(Act.ChangeAssignment);
        return api;
    }

    /// <summary>Makes an assignment.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="201">The assignment.</response>
    /// <response code="422">A member has no meaning; `errors` says which.</response>
    private static async Task<Created<AssignmentAnswer>> MakeAsync(
        string id, Posted<AssignmentRequest> request, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var assignment = AssignmentRow.New(visit.Course, now);
        assignment.Set(request.Value, now);
        store.Add(assignment);
        store.Record(visit, now, "assignment.made", Ids.Write(assignment.Id), null, AssignmentAnswer.Of(assignment));
        var stored = await store.SaveOnceAsync(request.Repeats, assignment.Id, now, cancellationToken);
        return TypedResults.Created($"{Api.Base}/assignments/{Ids.Write(stored)}", AssignmentAnswer.Of(await FindAsync(store, stored, cancellationToken)));
    }

    /// <summary>Lists a course's assignments, oldest first; for students those that are published. Archived ones are listed where they are asked for.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="archived">`true` for the archived ones.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of assignments.</response>
    private static async Task<Results<Ok<Page<AssignmentAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? archived, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        var wantsArchived = archived == "true" && visit.IsStaff;
        var rows = await store.Assignments.AsNoTracking().Include(a => a.Items)
            .Where(a => a.CourseId == visit.Course && (visit.IsStaff || a.Published) && a.ArchivedAt != null == wantsArchived)
            .OrderBy(a => a.Id).Skip(paging.After).Take(paging.Limit + 1).AsSingleQuery().ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.Cut(rows).Select(AssignmentAnswer.Of));
    }

    /// <summary>Answers an assignment.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">The assignment.</response>
    private static async Task<Ok<AssignmentAnswer>> GetAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        TypedResults.Ok(AssignmentAnswer.Of(await FindAsync(store, visit.Id, cancellationToken)));

    /// <summary>Changes the members that are sent. Once students have worked on it, only what takes nothing from any of them.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">The assignment.</response>
    /// <response code="409">Students have worked on it; `errors` says what can't be changed under them.</response>
    private static async Task<Results<Ok<AssignmentAnswer>, ProblemHttpResult>> ChangeAsync(
        string id, Patched<AssignmentRequest> request, IValidator<AssignmentRequest> rules, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await store.InTransactionAsync<Results<Ok<AssignmentAnswer>, ProblemHttpResult>>(
            async () =>
            {
                var assignment = await FindAsync(store, visit.Id, cancellationToken, track: true);
                var before = AssignmentAnswer.Of(assignment);
                assignment.Set(request.Over(AssignmentRequest.Of(assignment), rules), now);
                var after = AssignmentAnswer.Of(assignment);
                var worked = await store.Standings.Where(s => s.AssignmentId == visit.Id).Select(s => s.ItemId).Distinct().ToListAsync(cancellationToken);
                if (worked.Count > 0 && Fairness.Objections(before, after, worked.Select(Ids.Write).ToHashSet(), now) is { Count: > 0 } objections)
                {
                    return Problem.Conflict(objections);
                }

                store.Record(visit, now, "assignment.changed", Ids.Write(visit.Id), before, after);
                await store.SaveChangesAsync(cancellationToken);
                return TypedResults.Ok(after);
            },
            cancellationToken);
    }

    /// <summary>Deletes an assignment that nobody has worked on; another one is archived, since work is never lost.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">It has work and is archived now.</response>
    /// <response code="204">It is gone.</response>
    private static async Task<Results<NoContent, Ok<AssignmentAnswer>>> DeleteAsync(string id, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await store.InTransactionAsync<Results<NoContent, Ok<AssignmentAnswer>>>(
            async () =>
            {
                var assignment = await FindAsync(store, visit.Id, cancellationToken, track: true);
                var before = AssignmentAnswer.Of(assignment);
                var hasWork = await store.Standings.AnyAsync(s => s.AssignmentId == visit.Id, cancellationToken);
                if (hasWork)
                {
                    assignment.ArchivedAt ??= now;
                }
                else
                {
                    store.Remove(assignment);
                }

                store.Record(visit, now, hasWork ? "assignment.archived" : "assignment.deleted", Ids.Write(visit.Id), before, hasWork ? AssignmentAnswer.Of(assignment) : null);
                await store.SaveChangesAsync(cancellationToken);
                return hasWork ? TypedResults.Ok(AssignmentAnswer.Of(assignment)) : TypedResults.NoContent();
            },
            cancellationToken);
    }

    private static Task<Assignment> FindAsync(StoreContext store, Guid id, CancellationToken cancellationToken, bool track = false) =>
        store.Assignments.AsTracking(track ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking).Include(a => a.Items).AsSingleQuery().SingleAsync(a => a.Id == id, cancellationToken);
}
