using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Privacy;

/// <summary>
/// Erases a person: name, address, ways to sign in, tokens, what was typed and not handed in, and every word that they or others wrote about them, but for the audit.
/// Numbers that they handed in and scores stay under an id that leads to nobody, and so do the course's figures.
/// </summary>
internal sealed class Erasure(StoreContext store, TimeProvider time)
{
    private const string NoWords = "(erased)";

    public Task EraseAsync(Visit visit, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            var person = await store.Users.SingleAsync(p => p.Id == visit.Id, cancellationToken);
            if (person.ErasedAt is not null)
            {
                return;
            }

            if (person.Id == Person.AdministratorId)
            {
                throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, "This is nobody: it is whom RNNGRADER_ADMIN_TOKEN stands for."));
            }

            var now = time.Now();
            Accounts.Empty(person, "Erased", now);
            store.Record(visit, now, "person.erased", Ids.Write(person.Id), null, null);
            await store.SaveChangesAsync(cancellationToken);
            await DeleteAccessAsync(person.Id, cancellationToken);
            await CleanWorkAsync(person.Id, cancellationToken);
        },
        cancellationToken);

    private async Task DeleteAccessAsync(Guid person, CancellationToken cancellationToken)
    {
        await store.AccessTokens.Where(t => t.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        await store.Invitations.Where(i => i.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        await store.UserLogins.Where(l => l.UserId == person).ExecuteDeleteAsync(cancellationToken);
        await store.UserClaims.Where(c => c.UserId == person).ExecuteDeleteAsync(cancellationToken);
        await store.UserTokens.Where(t => t.UserId == person).ExecuteDeleteAsync(cancellationToken);
        var scope = $" {person:N}";
        await store.IdempotencyKeys.Where(k => k.Scope.EndsWith(scope)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task CleanWorkAsync(Guid person, CancellationToken cancellationToken)
    {
        var instances = store.Instances.Where(i => i.PersonId == person).Select(i => i.Id);
        await store.Drafts.Where(d => instances.Contains(d.InstanceId)).ExecuteDeleteAsync(cancellationToken);
        await store.Extensions.Where(e => e.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, NoWords), cancellationToken);
        var submissions = store.Submissions.Where(s => s.PersonId == person);
        await store.Overrides.Where(o => submissions.Any(s => s.Id == o.SubmissionId)).ExecuteUpdateAsync(set => set.SetProperty(o => o.Reason, NoWords), cancellationToken);
        foreach (var (id, answers) in (await submissions.Select(s => new { s.Id, s.Answers }).ToListAsync(cancellationToken)).Select(s => (s.Id, s.Answers)))
        {
            var clean = Words.CleanAnswers(answers);
            await store.Submissions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Answers, clean), cancellationToken);
        }

        foreach (var (id, cells) in (await store.Grades.Where(g => submissions.Any(s => s.Id == g.SubmissionId)).Select(g => new { g.Id, g.Cells }).ToListAsync(cancellationToken)).Select(g => (g.Id, g.Cells)))
        {
            var clean = Words.CleanCells(cells);
            await store.Grades.Where(g => g.Id == id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Cells, clean), cancellationToken);
        }
    }
}
