using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Deletes courses without work, and archives those with.</summary>
internal sealed class CourseRemoval(StoreContext store, TimeProvider time)
{
    /// <returns>Whether it is gone; else it is archived, for there are submissions.</returns>
    public async Task<bool> RemoveAsync(Visit visit, CancellationToken cancellationToken)
    {
        try
        {
            return await store.InTransactionAsync(() => TryAsync(visit, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (StoreErrors.IsReferenced(error))
        {
            // Somebody submitted while it was being deleted: nothing is deleted, and now their work is seen.
            store.ChangeTracker.Clear();
            return await store.InTransactionAsync(() => TryAsync(visit, cancellationToken), cancellationToken);
        }
    }

    private async Task<bool> TryAsync(Visit visit, CancellationToken cancellationToken)
    {
        var course = await store.LockCourseAsync(visit.Course, cancellationToken);
        var (now, before) = (time.Now(), CourseChange.Of(course));
        if (await store.Submissions.AnyAsync(s => s.CourseId == course.Id, cancellationToken))
        {
            course.ArchivedAt ??= now;
            store.Record(visit, now, "course.archived", Ids.Write(course.Id), before, CourseChange.Of(course));
            await store.SaveChangesAsync(cancellationToken);
            return false;
        }

        // What is not named here goes with what it hangs on.
        await store.Standings.Where(s => s.CourseId == course.Id).ExecuteDeleteAsync(cancellationToken);
        await store.Instances.Where(i => i.CourseId == course.Id).ExecuteDeleteAsync(cancellationToken);
        await store.Assignments.Where(a => a.CourseId == course.Id).ExecuteDeleteAsync(cancellationToken);
        store.Remove(course);
        store.Record(visit, now, "course.deleted", Ids.Write(course.Id), before, null);
        await store.SaveChangesAsync(cancellationToken);
        return true;
    }
}
