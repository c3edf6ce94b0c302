using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Who belongs to a course: one, many at once, or one less, each in one transaction. Used by the API and by the pages.</summary>
internal sealed class Members(StoreContext store, Enrolment enrolment, TimeProvider time)
{
    /// <summary>Makes somebody a member, or changes the role and the group of one, once for one request.</summary>
    /// <returns>Id of the person.</returns>
    public async Task<Guid> EnrolAsync(Visit visit, MemberRequest member, RequestIdentity repeats, CancellationToken cancellationToken) => (await store.InOneTransactionOnceAsync(
        repeats,
        time.Now(),
        async () =>
        {
            var enrolled = await enrolment.PrepareAsync(visit, [member], keepsGroups: false, cancellationToken);
            await enrolment.SaveAsync(visit, cancellationToken);
            return enrolled.Last;
        },
        cancellationToken))!.Value;

    /// <summary>Makes everybody on a roster a member: all of them or none. Safe to repeat.</summary>
    /// <param name="visit">Who does it, and where.</param>
    /// <param name="roster">The members.</param>
    /// <param name="dry">Whether everything is checked and nothing stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RosterAnswer> ImportAsync(Visit visit, Roster roster, bool dry, CancellationToken cancellationToken)
    {
        RosterAnswer? answer = null;
        await store.InOneTransactionOnceAsync(
            RequestIdentity.None,
            time.Now(),
            async () =>
            {
                var enrolled = await enrolment.PrepareAsync(visit, roster.Members, keepsGroups: !roster.HasGroups, cancellationToken);
                answer = new(dry, enrolled.Added, enrolled.Changed, enrolled.Unchanged);
                if (dry)
                {
                    store.ChangeTracker.Clear();
                    return null;
                }

                await enrolment.SaveAsync(visit, cancellationToken);
                return visit.Course;
            },
            cancellationToken);
        return answer!;
    }

    /// <summary>Lets a member go. Their work stays.</summary>
    /// <returns>Whether they were a member.</returns>
    public Task<bool> RemoveAsync(Visit visit, Guid person, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            var wasMember = await enrolment.RemoveAsync(visit, person, cancellationToken);
            await enrolment.SaveAsync(visit, cancellationToken);
            return wasMember;
        },
        cancellationToken);

    /// <summary>The members by name, or with <paramref name="everMember"/> also those who have left.</summary>
    public IQueryable<MemberRow> Of(Guid course, bool everMember = false) =>
        from membership in store.Memberships.AsNoTracking()
        join person in store.Users on membership.PersonId equals person.Id
        where membership.CourseId == course && (everMember || membership.RemovedAt == null)
        orderby person.Name, person.Id
        select new MemberRow { Membership = membership, Person = person };
}
