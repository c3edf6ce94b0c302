using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Sets what the students of a group must do. Used by the API and by the pages.</summary>
internal sealed class Groups(StoreContext store, TimeProvider time)
{
    /// <summary>Sets a group's goal; the group is made where it is not there.</summary>
    /// <exception cref="RefusalException">The name is none.</exception>
    public async Task<GroupAnswer> SetAsync(Visit visit, string name, int? goal, CancellationToken cancellationToken)
    {
        if (!TextRules.IsText(name, GroupRules.MaxName))
        {
            throw new RefusalException(Problem.Invalid("name", GroupRules.NameSentence));
        }

        var after = new GroupAnswer(name, goal);
        await store.InTransactionAsync(
            async () =>
            {
                await store.LockCourseAsync(visit.Course, cancellationToken);
                var group = await store.Groups.SingleOrDefaultAsync(g => g.CourseId == visit.Course && g.Name == name, cancellationToken);
                var before = group is null ? null : new GroupAnswer(name, group.Goal);
                if (group is null)
                {
                    store.Add(group = new Group { CourseId = visit.Course, Name = name, Goal = null });
                }

                if (after != before)
                {
                    group.Goal = after.Goal;
                    store.Record(visit, time.Now(), "group.changed", name, before, after);
                    await store.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
        return after;
    }
}
