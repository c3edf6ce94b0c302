using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>What holds for one student at one item: the assignment's times and the item's attempts, as an extension changes them.</summary>
internal sealed record Terms : Times
{
    public required AssignmentItem Item { get; init; }

    /// <summary>How often the item may be submitted; null for as often as one likes.</summary>
    public int? Attempts => Item.MaxAttempts + (Extension?.ExtraAttempts ?? 0);

    /// <summary>What holds for the student of an instance.</summary>
    public static Task<Terms> OfAsync(StoreContext store, Instance instance, CancellationToken cancellationToken) =>
        Of(store, instance.AssignmentId!.Value, instance.PersonId!.Value, instance.ItemId).SingleAsync(cancellationToken);

    /// <summary>What holds for a student at each item of an assignment, in order, or at one of them.</summary>
    public static IQueryable<Terms> Of(StoreContext store, Guid assignmentId, Guid person, Guid? itemId = null) =>
        from item in store.Items.AsNoTracking()
        join assignment in store.Assignments on item.AssignmentId equals assignment.Id
        join course in store.Courses on assignment.CourseId equals course.Id
        from extension in store.Extensions.Where(e => e.AssignmentId == assignment.Id && e.PersonId == person).DefaultIfEmpty()
        where assignment.Id == assignmentId && (itemId == null || item.Id == itemId)
        orderby item.Position
        select new Terms { Assignment = assignment, Item = item, Extension = extension, CourseRests = course.ArchivedAt != null };
}
