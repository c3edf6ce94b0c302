using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Regrades;

/// <summary>Grading again what was submitted.</summary>
internal static class RegradeEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static IEndpointRouteBuilder MapRegrades(this IEndpointRouteBuilder api)
    {
        var regrades = api.MapGroup("/assignments/{id}/regrades").WithTags("Regrades").Is(Act.Regrade).ProducesAccessProblems();
        regrades.MapPost("", StartAsync).AddEndpointFilter<Validated<RegradeRequest>>().ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        regrades.MapGet("", ListAsync).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        regrades.MapGet("/{regrade}", GetAsync);
        regrades.MapGet("/{regrade}/changes", ChangesAsync).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>Grades all submissions of an assignment again, or says what that would change. Old grades stay. It is waited for some seconds; whatever takes longer goes on, and GET says how far it is.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="201">The regrade, with the first of what changes.</response>
    /// <response code="409">Another regrade changes this assignment just now.</response>
    private static async Task<Created<RegradeAnswer>> StartAsync(
        string id, Posted<RegradeRequest> request, Visit visit, StoreContext store, RegradeJob job, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var stored = await store.FindFirstAsync(request.Repeats, cancellationToken)
            ?? await store.InOneTransactionOnceAsync(request.Repeats, now, () => StoreAsync(store, visit, request.Value, now, cancellationToken), cancellationToken);
        job.Ask();
        for (var until = DateTime.UtcNow + Patience; DateTime.UtcNow < until; await Task.Delay(20, cancellationToken))
        {
            if (await store.Regrades.AnyAsync(r => r.Id == stored && r.FinishedAt != null, cancellationToken))
            {
                break;
            }
        }

        var answer = await ReadAsync(store, visit.Id, stored!.Value, cancellationToken);
        return TypedResults.Created($"{Api.Base}/assignments/{id}/regrades/{answer!.Id}", answer);
    }

    /// <summary>Lists an assignment's regrades, newest first.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of regrades.</response>
    private static async Task<Results<Ok<Page<RegradeAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        Paging.TryRead(limit, cursor, out var paging, out var problem)
            ? TypedResults.Ok(paging.Cut(await store.Regrades.AsNoTracking().Where(r => r.AssignmentId == visit.Id).OrderByDescending(r => r.Id)
                .Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken)).Select(r => RegradeAnswer.Of(r)))
            : problem;

    /// <summary>How far a regrade is, and the first of what it changes.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="regrade">Id of the regrade.</param>
    /// <response code="200">The regrade.</response>
    private static async Task<Results<Ok<RegradeAnswer>, ProblemHttpResult>> GetAsync(string id, string regrade, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        Ids.Read(regrade) is { } key && await ReadAsync(store, visit.Id, key, cancellationToken) is { } answer ? TypedResults.Ok(answer) : NotFound();

    /// <summary>What a regrade changes, or would change, by submission.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="regrade">Id of the regrade.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of changes.</response>
    private static async Task<Results<Ok<Page<ChangeAnswer>>, ProblemHttpResult>> ChangesAsync(
        string id, string regrade, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        return Ids.Read(regrade) is { } key && await store.Regrades.AnyAsync(r => r.Id == key && r.AssignmentId == visit.Id, cancellationToken)
            ? TypedResults.Ok(await PageAsync(store, key, paging, cancellationToken))
            : NotFound();
    }

    private static async Task<Guid?> StoreAsync(StoreContext store, Visit visit, RegradeRequest request, DateTime now, CancellationToken cancellationToken)
    {
        var assignment = await store.Assignments.SingleAsync(a => a.Id == visit.Id, cancellationToken);
        var regrade = new Regrade
        {
            Id = Ids.New(now),
            CourseId = visit.Course,
            AssignmentId = visit.Id,
            DryRun = request.DryRun ?? true,
            NeverLower = request.NeverLower ?? false,
            CreditsCarried = request.CreditsCarried ?? assignment.CreditsCarried,
            GraderVersion = request.GraderVersion ?? Grader.Version,
            RequestedById = visit.PersonId,
            RequestedAt = now,
            Total = await store.Submissions.CountAsync(s => s.AssignmentId == visit.Id, cancellationToken),
        };
        if (!regrade.DryRun)
        {
            if (await store.Regrades.AnyAsync(r => r.AssignmentId == visit.Id && r.FinishedAt == null && !r.DryRun, cancellationToken))
            {
                throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, "Another regrade changes this assignment just now. Wait until it is done."));
            }

            var before = new { assignment.GraderVersion, assignment.CreditsCarried };
            (assignment.GraderVersion, assignment.CreditsCarried) = (regrade.GraderVersion, regrade.CreditsCarried);
            store.Record(visit, now, "assignment.regraded", Ids.Write(visit.Id), before, new { regrade = Ids.Write(regrade.Id), regrade.GraderVersion, regrade.CreditsCarried, regrade.NeverLower });
        }

        store.Add(regrade);
        return regrade.Id;
    }

    private static async Task<RegradeAnswer?> ReadAsync(StoreContext store, Guid assignment, Guid id, CancellationToken cancellationToken) =>
        await store.Regrades.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.AssignmentId == assignment, cancellationToken) is { } regrade
            ? RegradeAnswer.Of(regrade, await PageAsync(store, id, new(Paging.MaxLimit, 0), cancellationToken))
            : null;

    private static async Task<Page<ChangeAnswer>> PageAsync(StoreContext store, Guid id, Paging paging, CancellationToken cancellationToken)
    {
        var rows = await (
            from change in store.RegradeChanges
            join person in store.Users on change.PersonId equals person.Id
            join item in store.Items on change.ItemId equals item.Id
            where change.RegradeId == id
            orderby change.SubmissionId
            select new { change, person.Name, item.Exercise }).AsNoTracking().Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return paging.Cut(rows).Select(row =>
        {
            var (c, details) = (row.change, StoredForm.Read<ChangeDetails>(row.change.Details));
            return new ChangeAnswer(Ids.Write(c.SubmissionId), Ids.Write(c.PersonId), row.Name, Ids.Write(c.ItemId), row.Exercise, c.Attempt, c.Before, c.After, details.Why, details.Cells);
        });
    }

    private static ProblemHttpResult NotFound() => Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such regrade.");
}
