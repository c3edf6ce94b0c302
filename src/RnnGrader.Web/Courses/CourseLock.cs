using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Courses;

internal static class CourseLock
{
    /// <summary>Reads a course and holds its row until the transaction ends: changes of a course and of who belongs to it queue there.</summary>
    public static async Task<Course> LockCourseAsync(this StoreContext store, Guid id, CancellationToken cancellationToken)
    {
        // An update that changes nothing locks the row on both databases. Where another request has deleted it meanwhile, there is nothing to read.
        await store.Courses.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, c => c.Title), cancellationToken);
        return await store.Courses.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw new Requests.RefusalException(Access.AccessControl.NotFound(Access.Place.Course));
    }
}
