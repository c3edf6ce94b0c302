using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Access;

/// <summary>Finds what a caller is at the place that a request is about.</summary>
internal sealed class Visits(StoreContext store, InstanceCache cache)
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
            Place.Course => await store.Courses.AnyAsync(course => course.Id == key, cancellationToken) ? await InCourseAsync(key, key, caller, cancellationToken) : null,
            Place.Assignment => await AtAssignmentAsync(key, caller, cancellationToken),
            Place.Instance => await AtInstanceAsync(key, caller, cancellationToken),
            Place.Submission => await store.Submissions.Where(s => s.Id == key).Select(s => new { s.CourseId, s.PersonId }).SingleOrDefaultAsync(cancellationToken) is { } found
                ? await AtWorkAsync(key, found.CourseId, found.PersonId, caller, cancellationToken) : null,
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
        if (caller is null)
        {
            return Roles.None;
        }

        var known = caller.IsAdministrator ? [] : await store.Memberships
            .Where(m => m.PersonId == caller.PersonId && m.RemovedAt == null).Select(m => m.Role).Distinct().ToListAsync(cancellationToken);
        return known.Count == 0 || known.Contains(CourseRole.Instructor) ? Roles.Teacher : Roles.None;
    }

    private async Task<Visit> InCourseAsync(Guid id, Guid course, Caller? caller, CancellationToken cancellationToken) =>
        new(caller, id, course, Everywhere(caller) | await RoleAsync(course, caller, cancellationToken));

    // Students don't see what is not published or is archived.
    private async Task<Visit?> AtAssignmentAsync(Guid id, Caller? caller, CancellationToken cancellationToken)
    {
        if (await store.Assignments.Where(a => a.Id == id).Select(a => new { a.CourseId, IsSeen = a.Published && a.ArchivedAt == null }).SingleOrDefaultAsync(cancellationToken) is not { } found)
        {
            return null;
        }

        var visit = await InCourseAsync(id, found.CourseId, caller, cancellationToken);
        return found.IsSeen ? visit : visit with { Roles = visit.Roles & ~Roles.Student };
    }

    private async Task<Visit?> AtInstanceAsync(Guid id, Caller? caller, CancellationToken cancellationToken) =>
        await cache.FindAsync(store, id, caller?.PersonId, cancellationToken) is { } drawn
            ? await AtWorkAsync(id, drawn.Row.CourseId, drawn.Row.PersonId, caller, cancellationToken) with { Drawn = drawn }
            : null;

    // Practice belongs to whoever knows its id. Who has left a course no longer sees their work there.
    private async Task<Visit> AtWorkAsync(Guid id, Guid? course, Guid? student, Caller? caller, CancellationToken cancellationToken)
    {
        if (course is null)
        {
            return new(caller, id, null, Everywhere(caller) | Roles.Owner);
        }

        var role = await RoleAsync(course.Value, caller, cancellationToken);
        return new(caller, id, course, Everywhere(caller) | (role == Roles.Student ? Own(student!.Value, caller) : role));
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
            .Select(mine => mine.Role).Distinct().ToListAsync(cancellationToken);
        return new(caller, id, null, shared.Aggregate(Everywhere(caller) | Own(id, caller), (roles, role) => roles | Of(role)));
    }

    private async Task<Roles> RoleAsync(Guid course, Caller? caller, CancellationToken cancellationToken) =>
        caller is not null && await store.Memberships.Where(m => m.CourseId == course && m.PersonId == caller.PersonId && m.RemovedAt == null)
            .Select(m => (CourseRole?)m.Role).SingleOrDefaultAsync(cancellationToken) is { } role
            ? Of(role) : Roles.None;

    private static Roles Of(CourseRole role) => role switch
    {
        CourseRole.Student => Roles.Student,
        CourseRole.Assistant => Roles.Assistant,
        CourseRole.Instructor => Roles.Instructor,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
