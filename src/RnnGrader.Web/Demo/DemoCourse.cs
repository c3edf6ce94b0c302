using Microsoft.EntityFrameworkCore;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Instances;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Demo;

/// <summary>Makes a course to look around in: two groups with goals, thirty students, all exercises, and four weeks of work.</summary>
internal sealed class DemoCourse(StoreContext store, InstanceCache cache, TimeProvider time)
{
    /// <summary>There is one at most.</summary>
    public static readonly Guid Id = new("01000000-0000-7000-8000-00000000de00");

    public const string Undergraduate = "Undergraduate";
    public const string Graduate = "Graduate";

    public const string Instructor = "instructor" + Domain;
    public const string Domain = "@demo.example";

    private const string Whole = "demo.made";

    // What happened up to the evening before it is made; counted from its start, so that nothing happens later when it is asked for again.
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(27.5);

    /// <summary>Whether somebody is one of its people, whom anybody may be: none of them has a password.</summary>
    public static bool IsGuest(string? userName, string? passwordHash) => passwordHash is null && userName?.EndsWith(Domain, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Makes what is not there yet: safe to repeat, and after it was interrupted it goes on.</summary>
    /// <param name="instructor">Who shall be an instructor of it beside its own; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="tell">Is told how many of its students have done their work.</param>
    /// <returns>Whether anything was made.</returns>
    public async Task<bool> MakeAsync(Guid? instructor, CancellationToken cancellationToken, Action<int>? tell = null)
    {
        var now = time.Now();
        if (!await store.Courses.AnyAsync(c => c.Id == Id, cancellationToken))
        {
            await MakeCourseAsync(now, cancellationToken);
        }

        if (instructor is { } person && !await store.Memberships.AnyAsync(m => m.CourseId == Id && m.PersonId == person, cancellationToken))
        {
            store.Add(new Membership { CourseId = Id, PersonId = person, Role = CourseRole.Instructor, GroupName = null, JoinedAt = now });
            await store.SaveChangesAsync(cancellationToken);
        }

        // What is whole is left to those who look around in it: they change assignments, and make others.
        if (await store.Audit.AnyAsync(entry => entry.CourseId == Id && entry.Action == Whole, cancellationToken))
        {
            return false;
        }

        var isNew = await WorkAsync(tell, cancellationToken);
        store.ChangeTracker.Clear();
        Record(Whole, now);
        await store.SaveChangesAsync(cancellationToken);
        return isNew;
    }

    private async Task MakeCourseAsync(DateTime now, CancellationToken cancellationToken)
    {
        var start = now.Date.AddDays(-28).AddHours(8);
        store.Add(new Course { Id = Id, Title = "Recurrent networks by hand (demo)", Term = "Demo", CreatedAt = start });
        store.AddRange(new Group { CourseId = Id, Name = Undergraduate, Goal = 16 }, new Group { CourseId = Id, Name = Graduate, Goal = 18 });
        Enrol(Accounts.New(Instructor, "Robin Instructor", start), CourseRole.Instructor, null, start);
        foreach (var student in DemoStudent.All)
        {
            Enrol(Accounts.New(student.Email, student.Name, start), CourseRole.Student, student.Group, start);
        }

        var half = Catalogue.All.Count / 2;
        store.Add(Part("Part 1: sizes, steps and structures", Catalogue.All.Take(half), start, start.AddDays(14), start.AddDays(21)));
        store.Add(Part("Part 2: sequences, layers and a gradient", Catalogue.All.Skip(half), start.AddDays(10), start.AddDays(31), start.AddDays(38)));
        Record("course.made", now);
        await store.SaveChangesAsync(cancellationToken);
    }

    private void Record(string action, DateTime now) =>
        store.Record(new Visit(new Caller(Person.AdministratorId, true), Id, Id, Roles.Administrator), now, action, Ids.Write(Id), null, new { demo = true });

    private void Enrol(Person person, CourseRole role, string? group, DateTime at)
    {
        store.Add(person);
        store.Add(new Membership { CourseId = Id, PersonId = person.Id, Role = role, GroupName = group, JoinedAt = at });
    }

    private static Assignment Part(string title, IEnumerable<Exercise> exercises, DateTime opens, DateTime due, DateTime closes)
    {
        var assignment = AssignmentRow.New(Id, opens);
        var items = exercises.Select(exercise => new ItemRequest(null, exercise.Slug, null, 1, null, NewNumbers.OnRequest, 1)).ToList();
        assignment.Set(new AssignmentRequest(title, opens, due, closes, 0.1, FeedbackTime.Immediate, true, true, false, items), opens);
        return assignment;
    }

    private async Task<bool> WorkAsync(Action<int>? tell, CancellationToken cancellationToken)
    {
        var until = await store.Courses.Where(c => c.Id == Id).Select(c => c.CreatedAt).SingleAsync(cancellationToken) + Lasts;
        var before = await store.Standings.CountAsync(s => s.CourseId == Id, cancellationToken);
        var assignments = await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery().Where(a => a.CourseId == Id && a.CreatedAt < until).OrderBy(a => a.CreatedAt).ToListAsync(cancellationToken);
        var people = await store.Users.Where(p => store.Memberships.Any(m => m.CourseId == Id && m.PersonId == p.Id)).ToDictionaryAsync(p => p.UserName!, p => p.Id, cancellationToken);

        foreach (var student in DemoStudent.All.Where(student => people.ContainsKey(student.Email)))
        {
            foreach (var assignment in assignments)
            {
                await new DemoWork(store, cache, until).DoAsync(student, people[student.Email], assignment, cancellationToken);
            }

            tell?.Invoke(student.Number + 1);
        }

        return await store.Standings.CountAsync(s => s.CourseId == Id, cancellationToken) > before;
    }
}
