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
        string id, Posted<AssignmentRequest> request, Visit visit, AssignmentEditing assignments, CancellationToken cancellationToken)
    {
        var stored = await assignments.MakeAsync(visit, request.Value, request.Repeats, cancellationToken);
        return TypedResults.Created($"{Api.Base}/assignments/{Ids.Write(stored)}", AssignmentAnswer.Of(await assignments.FindAsync(stored, cancellationToken)));
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
    private static async Task<Ok<AssignmentAnswer>> GetAsync(string id, Visit visit, AssignmentEditing assignments, CancellationToken cancellationToken) =>
        TypedResults.Ok(AssignmentAnswer.Of(await assignments.FindAsync(visit.Id, cancellationToken)));

    /// <summary>Changes the members that are sent. Once students have worked on it, only what takes nothing from any of them.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">The assignment.</response>
    /// <response code="409">Students have worked on it; `errors` says what can't be changed under them.</response>
    private static async Task<Ok<AssignmentAnswer>> ChangeAsync(
        string id, Patched<AssignmentRequest> request, IValidator<AssignmentRequest> rules, Visit visit, AssignmentEditing assignments, CancellationToken cancellationToken) =>
        TypedResults.Ok(await assignments.ChangeAsync(visit, before => request.Over(before, rules), cancellationToken));

    /// <summary>Deletes an assignment that nobody has worked on; another one is archived, since work is never lost.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">It has work and is archived now.</response>
    /// <response code="204">It is gone.</response>
    private static async Task<Results<NoContent, Ok<AssignmentAnswer>>> DeleteAsync(string id, Visit visit, AssignmentEditing assignments, CancellationToken cancellationToken) =>
        await assignments.RemoveAsync(visit, cancellationToken) is { } archived ? TypedResults.Ok(archived) : TypedResults.NoContent();
}
