using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People.Joining;

/// <summary>
/// Makes two people one: all that one has becomes the other's, and every way in leads to that one after. In one transaction; sent again it changes nothing, but for
/// what came to the one who is gone while it was done.
/// </summary>
internal sealed class JoiningPeople(StoreContext store, JoinRules rules, JoinedWork work, TimeProvider time)
{
    /// <param name="visit">At the person who stays.</param>
    /// <param name="goes">Who is joined to them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The person who stays.</returns>
    /// <exception cref="RefusalException">There is no such person, or it can't be done.</exception>
    public Task<PersonAnswer> JoinAsync(Visit visit, Guid? goes, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            var stays = await store.Users.SingleAsync(p => p.Id == visit.Id, cancellationToken);
            var (now, gone) = (time.Now(), await store.Users.SingleOrDefaultAsync(p => p.Id == goes, cancellationToken) ?? throw new RefusalException(Problem.Invalid("person", "There is no such person.")));
            if (!await rules.AreJoinedAsync(gone.Id, stays.Id, cancellationToken))
            {
                if (await rules.RefusalAsync(gone, stays, cancellationToken) is { } reason)
                {
                    throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, reason));
                }

                // Nobody signs in as who is gone from here on.
                Accounts.Empty(gone, "Joined", now);
                store.Record(visit, now, JoinRules.Action, Ids.Write(gone.Id), null, new { Into = Ids.Write(stays.Id) });
                await store.SaveChangesAsync(cancellationToken);
            }

            await MoveWaysInAsync(gone.Id, stays.Id, cancellationToken);
            await MoveMembershipsAsync(gone.Id, stays.Id, cancellationToken);
            await work.MoveAsync(gone.Id, stays.Id, now, cancellationToken);
            return PersonAnswer.Of(stays);
        },
        cancellationToken);

    // A token or an invitation was given to one of the two: the other has not asked for it.
    private async Task MoveWaysInAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        await store.LtiUsers.Where(u => u.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(u => u.PersonId, stays), cancellationToken);
        await store.UserLogins.Where(l => l.UserId == goes).ExecuteUpdateAsync(set => set.SetProperty(l => l.UserId, stays), cancellationToken);
        await store.AccessTokens.Where(t => t.PersonId == goes).ExecuteDeleteAsync(cancellationToken);
        await store.Invitations.Where(i => i.PersonId == goes).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task MoveMembershipsAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        var known = await store.Memberships.AsNoTracking().Where(m => m.PersonId == stays).ToDictionaryAsync(m => m.CourseId, cancellationToken);
        foreach (var theirs in await store.Memberships.AsNoTracking().Where(m => m.PersonId == goes).ToListAsync(cancellationToken))
        {
            var course = store.Memberships.Where(m => m.CourseId == theirs.CourseId);
            if (!known.TryGetValue(theirs.CourseId, out var own))
            {
                await course.Where(m => m.PersonId == goes).ExecuteUpdateAsync(set => set.SetProperty(m => m.PersonId, stays), cancellationToken);
                continue;
            }

            // What they are now, and the most of it where both are there.
            var present = new[] { own, theirs }.Where(m => m.RemovedAt is null).DefaultIfEmpty(own).ToList();
            var (role, removed) = (present.Max(m => m.Role), present[0].RemovedAt);
            var (group, joined) = (own.GroupName ?? theirs.GroupName, own.JoinedAt < theirs.JoinedAt ? own.JoinedAt : theirs.JoinedAt);
            await course.Where(m => m.PersonId == goes).ExecuteDeleteAsync(cancellationToken);
            await course.Where(m => m.PersonId == stays).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Role, role).SetProperty(m => m.RemovedAt, removed).SetProperty(m => m.GroupName, group).SetProperty(m => m.JoinedAt, joined), cancellationToken);
        }
    }
}
