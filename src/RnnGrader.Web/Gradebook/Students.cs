using RnnGrader.Storage;

namespace RnnGrader.Web.Gradebook;

/// <summary>The students of a course. Who has left it is none of them.</summary>
internal static class Students
{
    /// <summary>By name, and by id where two have one name, so that pages follow each other.</summary>
    /// <param name="store">The store.</param>
    /// <param name="course">The course.</param>
    /// <param name="groupName">Those of one group; null for all.</param>
    public static IQueryable<Student> Of(StoreContext store, Guid course, string? groupName) =>
        from membership in store.Memberships
        join person in store.Users on membership.PersonId equals person.Id
        where membership.CourseId == course && membership.Role == CourseRole.Student && membership.RemovedAt == null && (groupName == null || membership.GroupName == groupName)
        orderby person.Name, person.Id
        select new Student { Id = person.Id, Name = person.Name, Email = person.Email, Group = membership.GroupName };
}
