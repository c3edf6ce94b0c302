using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Sees to who belongs to a course, and as what. Runs inside a transaction of the caller's.</summary>
internal sealed class Enrolment(StoreContext store, TimeProvider time)
{
    private const string NoInstructor = "The course would have no instructor. Make somebody else one first.";

    /// <summary>Makes all of <paramref name="members"/> members as they say, and people of those who are not known. Nobody else is touched.</summary>
    /// <param name="visit">Who does it, and where.</param>
    /// <param name="members">Each address once.</param>
    /// <param name="keepsGroups">Whether members keep the group that they have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What is to be saved with <see cref="SaveAsync"/>, or dropped.</returns>
    public async Task<Enrolled> PrepareAsync(Visit visit, IReadOnlyList<MemberRequest> members, bool keepsGroups, CancellationToken cancellationToken)
    {
        await store.LockCourseAsync(visit.Course, cancellationToken);
        var now = time.Now();
        var keys = members.Select(member => Accounts.KeyOf(member.Email!)).ToList();
        var people = await store.Users.AsNoTracking().Where(p => EF.Parameter(keys).Contains(p.NormalizedUserName!)).ToDictionaryAsync(p => p.NormalizedUserName!, p => p.Id, cancellationToken);
        var ids = people.Values.ToList();
        var known = await store.Memberships.Where(m => m.CourseId == visit.Course && EF.Parameter(ids).Contains(m.PersonId)).ToDictionaryAsync(m => m.PersonId, cancellationToken);
        var (added, changed, last) = (0, 0, Guid.Empty);
        foreach (var (member, key) in members.Zip(keys))
        {
            last = people.TryGetValue(key, out var found) ? found : Make(visit, member, now);
            var before = known.GetValueOrDefault(last);
            var was = before is null or { RemovedAt: not null } ? null : MemberState.Of(before);
            var will = new MemberState(member.Role!.Value, keepsGroups ? before?.GroupName : member.Group);
            if (was != will)
            {
                Set(before ?? Join(visit.Course, last, now), will);
                store.Record(visit, now, was is null ? "member.added" : "member.changed", Ids.Write(last), was, will);
                (added, changed) = was is null ? (added + 1, changed) : (added, changed + 1);
            }
        }

        await MakeGroupsAsync(visit.Course, members.Select(member => member.Group).OfType<string>().Distinct().ToList(), cancellationToken);
        return new(added, changed, members.Count - added - changed, last);
    }

    /// <summary>Lets somebody go. Their work stays.</summary>
    /// <returns>Whether they were a member.</returns>
    public async Task<bool> RemoveAsync(Visit visit, Guid person, CancellationToken cancellationToken)
    {
        await store.LockCourseAsync(visit.Course, cancellationToken);
        if (await store.Memberships.SingleOrDefaultAsync(m => m.CourseId == visit.Course && m.PersonId == person && m.RemovedAt == null, cancellationToken) is not { } membership)
        {
            return false;
        }

        membership.RemovedAt = time.Now();
        store.Record(visit, membership.RemovedAt.Value, "member.removed", Ids.Write(person), MemberState.Of(membership), null);
        return true;
    }

    /// <summary>Stores what was prepared.</summary>
    /// <exception cref="RefusalException">Nobody would be left to run the course; only an administrator, who can name somebody, leaves it so.</exception>
    public async Task SaveAsync(Visit visit, CancellationToken cancellationToken)
    {
        await store.SaveChangesAsync(cancellationToken);
        if (!visit.Caller!.IsAdministrator
            && !await store.Memberships.AnyAsync(m => m.CourseId == visit.Course && m.Role == CourseRole.Instructor && m.RemovedAt == null, cancellationToken))
        {
            throw new RefusalException(Problem.Of(StatusCodes.Status409Conflict, NoInstructor));
        }
    }

    private Guid Make(Visit visit, MemberRequest member, DateTime now)
    {
        var person = Accounts.New(member.Email!, member.Name!, now);
        store.Add(person);
        store.Record(visit, now, "person.made", Ids.Write(person.Id), null, null);
        return person.Id;
    }

    private Membership Join(Guid course, Guid person, DateTime now)
    {
        var membership = new Membership { CourseId = course, PersonId = person, Role = default, GroupName = null, JoinedAt = now };
        store.Add(membership);
        return membership;
    }

    private static void Set(Membership membership, MemberState state) =>
        (membership.Role, membership.GroupName, membership.RemovedAt) = (state.Role, state.Group, null);

    private async Task MakeGroupsAsync(Guid course, List<string> names, CancellationToken cancellationToken)
    {
        var known = await store.Groups.Where(g => g.CourseId == course).Select(g => g.Name).ToListAsync(cancellationToken);
        store.AddRange(names.Except(known).Select(name => new Group { CourseId = course, Name = name, Goal = null }));
    }
}
