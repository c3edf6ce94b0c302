using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Regrades;

/// <summary>Takes in that something is to be graded again, and says what came of it. Used by the API and by the pages.</summary>
internal sealed class RegradeDesk(StoreContext store, RegradeJob job, TimeProvider time)
{
    // Whoever asked waits in real time, whatever a test's clock says.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks for a regrade, once for one request, and waits some seconds for its end.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="RefusalException">Another regrade changes the assignment just now.</exception>
    public async Task<Guid> StartAsync(Visit visit, RegradeRequest request, RequestIdentity repeats, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var stored = (await store.FindFirstAsync(repeats, cancellationToken)
            ?? await store.InOneTransactionOnceAsync(repeats, now, () => StoreAsync(visit, request, now, cancellationToken), cancellationToken))!.Value;
        job.Ask();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(Pause, TimeProvider.System, cancellationToken))
        {
            if (await store.Regrades.AnyAsync(r => r.Id == stored && r.FinishedAt != null, cancellationToken))
            {
                break;
            }
        }

        return stored;
    }

    /// <summary>A regrade with the first of what it changes; null where the assignment has no such one.</summary>
    public async Task<RegradeAnswer?> ReadAsync(Guid assignment, Guid id, CancellationToken cancellationToken) =>
        await store.Regrades.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.AssignmentId == assignment, cancellationToken) is { } regrade
            ? RegradeAnswer.Of(regrade, await ChangesAsync(id, new(Paging.MaxLimit, 0), cancellationToken))
            : null;

    /// <summary>A page of what a regrade changes.</summary>
    public async Task<Page<ChangeAnswer>> ChangesAsync(Guid id, Paging paging, CancellationToken cancellationToken)
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

    private async Task<Guid?> StoreAsync(Visit visit, RegradeRequest request, DateTime now, CancellationToken cancellationToken)
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
}
