using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Regrades;

/// <summary>One batch of a regrade, in one transaction with how far it has come.</summary>
internal static class RegradeBatch
{
    // Measured in bench: a batch is some hundred milliseconds, well inside a lease.
    private const int Size = 200;

    /// <returns>Whether there is more to do.</returns>
    public static Task<bool> RunAsync(StoreContext store, Guid id, Guid owner, TimeSpan lease, DateTime now, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            // Taking the row first keeps whoever had it before from going on; a lease that was lost ends here.
            var held = await store.Regrades.Where(r => r.Id == id && r.LeaseOwner == owner && r.FinishedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, now + lease), cancellationToken);
            if (held == 0)
            {
                return false;
            }

            var regrade = await store.Regrades.SingleAsync(r => r.Id == id, cancellationToken);
            if (regrade.After is null && !regrade.DryRun)
            {
                // A write first: it queues behind every submission that was begun by the old rules. Whoever has its row later reads the new ones.
                await store.Standings.Where(s => s.AssignmentId == regrade.AssignmentId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempts, s => s.Attempts), cancellationToken);
            }

            var submissions = await store.Submissions.AsNoTracking().AsSplitQuery()
                .Include(s => s.Grades).Include(s => s.Overrides)
                .Where(s => s.AssignmentId == regrade.AssignmentId && (regrade.After == null || s.Id > regrade.After))
                .OrderBy(s => s.Id).Take(Size).ToListAsync(cancellationToken);
            await GradeAsync(store, regrade, submissions, now, cancellationToken);
            regrade.Done += submissions.Count;
            regrade.After = submissions.LastOrDefault()?.Id ?? regrade.After;
            regrade.FinishedAt = submissions.Count < Size ? now : null;
            await store.SaveChangesAsync(cancellationToken);
            return regrade.FinishedAt is null;
        },
        cancellationToken);

    private static async Task GradeAsync(StoreContext store, Regrade regrade, List<Submission> submissions, DateTime now, CancellationToken cancellationToken)
    {
        var ids = submissions.Select(s => s.InstanceId).ToHashSet();
        var sheets = await store.Instances.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => WorksheetJson.Read(i.Worksheet), cancellationToken);
        var terms = await TermsAsync(store, regrade.AssignmentId, submissions, cancellationToken);
        HashSet<(Guid Item, Guid Person)> touched = [];
        foreach (var submission in submissions)
        {
            if (Regrading.Of(regrade, submission, sheets[submission.InstanceId], terms[(submission.ItemId!.Value, submission.PersonId!.Value)], now) is not { } outcome)
            {
                continue;
            }

            if (regrade.NeverLower && outcome.Counted < submission.Counted)
            {
                regrade.Kept++;
                continue;
            }

            regrade.Changed++;
            store.Add(Change(regrade, submission, outcome));
            if (!regrade.DryRun)
            {
                await ApplyAsync(store, submission, outcome, cancellationToken);
                touched.Add((submission.ItemId.Value, submission.PersonId.Value));
            }
        }

        await store.SaveChangesAsync(cancellationToken);
        foreach (var (item, person) in touched.Order())
        {
            await store.RecountAsync(item, person, now, cancellationToken);
        }
    }

    // The old grade stays; the newest counts.
    private static async Task ApplyAsync(StoreContext store, Submission submission, Regrading.Outcome outcome, CancellationToken cancellationToken)
    {
        store.Add(outcome.Grade);
        await store.Mistakes.Where(m => m.SubmissionId == submission.Id).ExecuteDeleteAsync(cancellationToken);
        store.AddRange(Mistakes.Of(submission, outcome.Graded));
    }

    private static RegradeChange Change(Regrade regrade, Submission submission, Regrading.Outcome outcome) => new()
    {
        RegradeId = regrade.Id,
        SubmissionId = submission.Id,
        CourseId = regrade.CourseId,
        PersonId = submission.PersonId!.Value,
        ItemId = submission.ItemId!.Value,
        Attempt = submission.Attempt!.Value,
        Before = submission.Counted,
        After = outcome.Counted,
        Details = StoredForm.Write(outcome.Details),
    };

    // What holds now for each student at each item: by it lateness is counted again.
    private static async Task<Dictionary<(Guid Item, Guid Person), Terms>> TermsAsync(StoreContext store, Guid id, List<Submission> submissions, CancellationToken cancellationToken)
    {
        var people = submissions.Select(s => s.PersonId!.Value).ToHashSet();
        var assignment = await store.Assignments.AsNoTracking().Include(a => a.Items).SingleAsync(a => a.Id == id, cancellationToken);
        var extensions = await store.Extensions.AsNoTracking().Where(e => e.AssignmentId == id && people.Contains(e.PersonId)).ToDictionaryAsync(e => e.PersonId, cancellationToken);
        return (from person in people
                from item in assignment.Items
                select (Key: (item.Id, person), Terms: new Terms { Assignment = assignment, Item = item, Extension = extensions.GetValueOrDefault(person), CourseRests = false })).ToDictionary(t => t.Key, t => t.Terms);
    }
}
