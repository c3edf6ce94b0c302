using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Demo;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Access;

/// <summary>Finds what a caller is at the place that a request is about.</summary>
internal sealed class Visits(StoreContext store, InstanceCache cache, TimeProvider time)
{
    /// <returns>The visit; null where there is nothing, which is also what is answered to whoever may not see it.</returns>
    public async Task<Visit?> FindAsync(Place place, string? id, Caller? caller, CancellationToken cancellationToken)
    {
        if (place == Place.Site)
        {
            return new(caller, default, null, Everywhere(caller) | await TeacherAsync(caller, cancellationToken));
        }

        if (Ids.Read(id ?? "") is not { } key)
        {
            return null;
        }

        return place switch
        {
            Place.Course => await AtCourseAsync(key, caller, cancellationToken),
            Place.Assignment => await AtAssignmentAsync(key, caller, cancellationToken),
            Place.Instance => await AtInstanceAsync(key, caller, cancellationToken),
            Place.Submission => await store.Submissions.Where(s => s.Id == key).Select(s => new { s.CourseId, s.PersonId }).SingleOrDefaultAsync(cancellationToken) is { } found
                ? await AtWorkAsync(key, found.CourseId, null, found.PersonId, caller, cancellationToken) : null,
            Place.Person => await AtPersonAsync(key, caller, cancellationToken),
            Place.Token => await store.AccessTokens.Where(t => t.Id == key).Select(t => (Guid?)t.PersonId).SingleOrDefaultAsync(cancellationToken) is { } owner
                ? new(caller, key, null, Everywhere(caller) | Own(owner, caller)) : null,
            _ => throw new NotSupportedException($"{place}"),
        };
    }

    private static Roles Everywhere(Caller? caller) =>
        Roles.Anyone | (caller is null ? Roles.None : Roles.Person) | (caller is { IsAdministrator: true } ? Roles.Administrator : Roles.None);

    private static Roles Own(Guid owner, Caller? caller) => caller?.PersonId == owner ? Roles.Owner : Roles.None;

    private async Task<Roles> TeacherAsync(Caller? caller, CancellationToken cancellationToken)
    {
        if (caller is null or { IsGuest: true })
        {
            return Roles.None;
        }

        var known = caller.IsAdministrator ? [] : await store.Memberships
            .Where(m => m.PersonId == caller.PersonId && m.RemovedAt == null).Select(m => m.Role).Distinct().ToListAsync(cancellationToken);
        return known.Count == 0 || known.Contains(CourseRole.Instructor) ? Roles.Teacher : Roles.None;
    }

    private async Task<Visit?> AtCourseAsync(Guid id, Caller? caller, CancellationToken cancellationToken)
    {
        var own = Memberships(caller);
        var found = await store.Courses.Where(c => c.Id == id).Select(c => new { Role = own.Where(m => m.CourseId == c.Id).Select(m => (CourseRole?)m.Role).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(caller, id, id, Everywhere(caller) | Of(found.Role, id, caller));
    }

    // Students don't see what is not published or is archived.
    private async Task<Visit?> AtAssignmentAsync(Guid id, Caller? caller, CancellationToken cancellationToken)
    {
        var own = Memberships(caller);
        var found = await store.Assignments.Where(a => a.Id == id).Select(a => new
        {
            a.CourseId,
            IsSeen = a.Published && a.ArchivedAt == null,
            Role = own.Where(m => m.CourseId == a.CourseId).Select(m => (CourseRole?)m.Role).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(caller, id, found.CourseId, Everywhere(caller) | (Of(found.Role, found.CourseId, caller) & (found.IsSeen ? ~Roles.None : ~Roles.Student)));
    }

    private async Task<Visit?> AtInstanceAsync(Guid id, Caller? caller, CancellationToken cancellationToken) =>
        await cache.FindAsync(store, id, caller?.PersonId, cancellationToken) is { } drawn
            ? await AtWorkAsync(id, drawn.Row.CourseId, drawn.Row.AssignmentId, drawn.Row.PersonId, caller, cancellationToken) with { Drawn = drawn }
            : null;

    // Practice belongs to whoever knows its id. Who has left a course no longer sees their work there. What was drawn to be printed is there before its assignment opens.
    private async Task<Visit> AtWorkAsync(Guid id, Guid? course, Guid? assignment, Guid? student, Caller? caller, CancellationToken cancellationToken)
    {
        if (course is null)
        {
            return new(caller, id, null, Everywhere(caller) | Roles.Owner);
        }

        if (caller is null)
        {
            return new(null, id, course, Roles.Anyone);
        }

        var now = time.Now();
        var known = await store.Memberships.Where(m => m.CourseId == course && m.PersonId == caller.PersonId && m.RemovedAt == null)
            .Select(m => new { m.Role, IsAhead = store.Assignments.Any(a => a.Id == assignment && (!a.Published || a.OpensAt > now)) }).SingleOrDefaultAsync(cancellationToken);
        return known switch
        {
            null => new(caller, id, course, Everywhere(caller)),
            { Role: CourseRole.Student } => new(caller, id, course, Everywhere(caller) | Own(student!.Value, caller)) { IsAhead = known.IsAhead },
            _ => new(caller, id, course, Everywhere(caller) | Of(known.Role)),
        };
    }

    // Staff see the people of their courses.
    private async Task<Visit?> AtPersonAsync(Guid id, Caller? caller, CancellationToken cancellationToken)
    {
        if (caller is null || !await store.Users.AnyAsync(p => p.Id == id, cancellationToken))
        {
            return caller is null ? new(null, id, null, Roles.Anyone) : null;
        }

        var shared = await store.Memberships
            .Where(mine => mine.PersonId == caller.PersonId && mine.RemovedAt == null && mine.Role != CourseRole.Student
                && store.Memberships.Any(theirs => theirs.CourseId == mine.CourseId && theirs.PersonId == id && theirs.RemovedAt == null))
            .Select(mine => new { mine.CourseId, mine.Role }).ToListAsync(cancellationToken);
        return new(caller, id, null, shared.Aggregate(Everywhere(caller) | Own(id, caller), (roles, mine) => roles | Of(mine.Role, mine.CourseId, caller)));
    }

    private async Task<Roles> RoleAsync(Guid course, Caller? caller, CancellationToken cancellationToken) => caller is null ? Roles.None
        : Of(await Memberships(caller).Where(m => m.CourseId == course).Select(m => (CourseRole?)m.Role).SingleOrDefaultAsync(cancellationToken), course, caller);

    private IQueryable<Membership> Memberships(Caller? caller)
    {
        var person = caller?.PersonId;
        return store.Memberships.Where(m => m.PersonId == person && m.RemovedAt == null);
    }

    // Whoever looks around in the demo course is nobody anywhere else.
    private static Roles Of(CourseRole? role, Guid course, Caller? caller) => role switch
    {
        null => Roles.None,
        _ when caller!.IsGuest && course != DemoCourse.Id => Roles.None,
        CourseRole.Student => Roles.Student,
        CourseRole.Assistant => Roles.Assistant,
        CourseRole.Instructor when caller.IsGuest => Roles.Assistant | Roles.Guide,
        CourseRole.Instructor => Roles.Instructor,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
