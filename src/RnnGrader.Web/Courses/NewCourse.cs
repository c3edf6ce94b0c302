using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

internal static class NewCourse
{
    /// <summary>Adds a course, whose instructor is whoever makes it.</summary>
    public static Course AddCourse(this StoreContext store, Visit visit, string title, string term, DateTime now)
    {
        var course = new Course { Id = Ids.New(now), Title = title.Trim(), Term = term.Trim(), CreatedAt = now };
        store.Add(course);

        // Who holds the setting's token only sets up: their courses are other people's.
        if (visit.PersonId != Person.AdministratorId)
        {
            store.Add(new Membership { CourseId = course.Id, PersonId = visit.PersonId, Role = CourseRole.Instructor, GroupName = null, JoinedAt = now });
        }

        store.Record(visit with { CourseId = course.Id }, now, "course.made", Ids.Write(course.Id), null, CourseChange.Of(course));
        return course;
    }
}
