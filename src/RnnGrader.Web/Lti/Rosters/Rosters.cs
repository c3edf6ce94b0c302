using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Rosters;

/// <summary>Makes a course's members be those of the platform's course. A roster is applied whole or not at all; who has vanished keeps their work.</summary>
internal sealed class Rosters(StoreContext store, RosterReader reader, TimeProvider time)
{
    private static readonly TimeSpan Retry = TimeSpan.FromHours(1);

    /// <returns>How many members the platform named; null where it could not be read, for the reason that the context then holds.</returns>
    public async Task<int?> ReadAsync(Guid contextId, CancellationToken cancellationToken)
    {
        var context = await store.LtiContexts.SingleAsync(c => c.Id == contextId, cancellationToken);
        var registration = await store.LtiRegistrations.AsNoTracking().SingleAsync(r => r.Id == context.RegistrationId, cancellationToken);
        try
        {
            var members = await reader.MembersAsync(registration, context, cancellationToken);
            var groups = await reader.GroupsAsync(registration, context, cancellationToken);
            var now = time.Now();
            await store.InTransactionAsync(() => ApplyAsync(registration, context, members, groups, now, cancellationToken), cancellationToken);
            return members.Count;
        }
        catch (OutboundException error)
        {
            store.ChangeTracker.Clear();
            var dueAt = error.MayPass ? time.Now() + Retry : RosterTimes.NextNight(time.Now(), contextId);
            await store.InTransactionAsync(
                () => store.LtiContexts.Where(c => c.Id == contextId).ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.RosterProblem, error.Message).SetProperty(c => c.RosterDueAt, dueAt), cancellationToken),
                cancellationToken);
            return null;
        }
    }

    private async Task ApplyAsync(
        LtiRegistration registration, LtiContext context, IReadOnlyList<RosterMember> members, IReadOnlyDictionary<string, string> groups, DateTime now, CancellationToken cancellationToken)
    {
        var course = context.CourseId;
        var known = await (
            from user in store.LtiUsers
            join person in store.Users on user.PersonId equals person.Id
            where user.RegistrationId == registration.Id
            select new { user.Subject, person }).ToDictionaryAsync(row => row.Subject, row => row.person, cancellationToken);
        var memberships = await store.Memberships.Where(m => m.CourseId == course).ToDictionaryAsync(m => m.PersonId, cancellationToken);
        var ofPlatform = known.Values.Select(person => person.Id).ToHashSet();
        HashSet<Guid> present = [];
        foreach (var member in members.Where(m => m.IsActive).DistinctBy(m => m.Subject))
        {
            var person = known.GetValueOrDefault(member.Subject) ?? Make(registration, member, now);
            if (person.ErasedAt is null)
            {
                Persons.Rename(person, member.Name, member.Email);
                present.Add(person.Id);
                var group = member.Groups.Select(g => groups.GetValueOrDefault(g)).FirstOrDefault(name => name is not null);
                Enrol(course, memberships.GetValueOrDefault(person.Id), person.Id, member.Role, group, now);
            }
        }

        // Only who came from this platform can vanish from it.
        foreach (var gone in memberships.Values.Where(m => m.RemovedAt is null && ofPlatform.Contains(m.PersonId) && !present.Contains(m.PersonId)))
        {
            gone.RemovedAt = now;
        }

        (context.RosterReadAt, context.RosterProblem, context.RosterDueAt) = (now, null, RosterTimes.NextNight(now, context.Id));
        store.Add(new AuditEntry { Id = Ids.New(now), CourseId = course, At = now, ActorId = Person.AdministratorId, Action = "roster.read", Subject = registration.Name, Before = null, After = Submissions.StoredForm.Write(new { Members = present.Count }) });
        await store.SaveChangesAsync(cancellationToken);
    }

    private Person Make(LtiRegistration registration, RosterMember member, DateTime now)
    {
        var person = Persons.Make(member.Name, member.Email, now);
        store.Add(person);
        store.Add(new LtiUser { RegistrationId = registration.Id, Subject = member.Subject, PersonId = person.Id });
        return person;
    }

    private void Enrol(Guid course, Membership? membership, Guid person, CourseRole role, string? group, DateTime now)
    {
        if (membership is null)
        {
            store.Add(new Membership { CourseId = course, PersonId = person, Role = role, GroupName = group, JoinedAt = now });
            return;
        }

        (membership.Role, membership.RemovedAt, membership.GroupName) = (role, null, group ?? membership.GroupName);
    }
}
