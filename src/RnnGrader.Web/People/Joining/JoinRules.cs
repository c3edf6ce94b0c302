using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People.Joining;

/// <summary>When two people can't be made one: where it could not be told later who did what, or where somebody would come to more than they may.</summary>
internal sealed class JoinRules(StoreContext store)
{
    public const string Action = "person.joined";

    /// <summary>Whether one was joined to the other before.</summary>
    public async Task<bool> AreJoinedAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        var (subject, into) = (Ids.Write(goes), Ids.Write(stays));
        var known = await store.Audit.AsNoTracking().Where(a => a.Action == Action && a.Subject == subject).Select(a => a.After).ToListAsync(cancellationToken);
        return known.Exists(after => after!.Contains(into, StringComparison.Ordinal));
    }

    /// <summary>Why it can't be done; null where it can.</summary>
    public async Task<string?> RefusalAsync(Person goes, Person stays, CancellationToken cancellationToken) =>
        goes.Id == stays.Id ? "This is one person already."
        : goes.Id == Person.AdministratorId || stays.Id == Person.AdministratorId ? "Nobody is whom RNNGRADER_ADMIN_TOKEN stands for."
        : goes.ErasedAt is not null || stays.ErasedAt is not null ? "Who was erased, or joined to somebody, can't be joined."
        : goes.IsAdministrator ? $"{goes.Name} is an administrator. Join the other way round: administrators stay."
        : goes.PasswordHash is not null && stays.PasswordHash is null ? $"{goes.Name} signs in with a password and {stays.Name} has none. Join the other way round."
        : await SamePlatformAsync(goes.Id, stays.Id, cancellationToken) is { } platform
            ? $"Both come from {platform}, whose gradebook has a row for each: one person's score could not be told to both."
        : await MixedCourseAsync(goes.Id, stays.Id, cancellationToken) is { } course
            ? $"One of them teaches '{course}' and the other is its student. Remove one of the two memberships first."
        : null;

    private Task<string?> SamePlatformAsync(Guid goes, Guid stays, CancellationToken cancellationToken) => (
        from one in store.LtiUsers
        join other in store.LtiUsers on one.RegistrationId equals other.RegistrationId
        join registration in store.LtiRegistrations on one.RegistrationId equals registration.Id
        where one.PersonId == goes && other.PersonId == stays
        select registration.Name).FirstOrDefaultAsync(cancellationToken);

    private Task<string?> MixedCourseAsync(Guid goes, Guid stays, CancellationToken cancellationToken) => (
        from one in store.Memberships
        join other in store.Memberships on one.CourseId equals other.CourseId
        join course in store.Courses on one.CourseId equals course.Id
        where one.PersonId == goes && other.PersonId == stays && one.RemovedAt == null && other.RemovedAt == null
            && (one.Role == CourseRole.Student) != (other.Role == CourseRole.Student)
        select course.Title).FirstOrDefaultAsync(cancellationToken);
}
