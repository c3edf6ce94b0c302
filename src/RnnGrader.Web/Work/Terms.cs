using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>What holds for one student at one item: the assignment's times and the item's attempts, as an extension changes them.</summary>
internal sealed record Terms(Assignment Assignment, AssignmentItem Item, Extension? Extension, bool CourseRests)
{
    public DateTime? DueAt => Extension?.DueAt ?? Assignment.DueAt;

    public DateTime? ClosesAt => Extension?.ClosesAt ?? Assignment.ClosesAt;

    /// <summary>How often the item may be submitted; null for as often as one likes.</summary>
    public int? Attempts => Item.MaxAttempts + (Extension?.ExtraAttempts ?? 0);

    /// <summary>When verdicts are shown; null for at once.</summary>
    public DateTime? FeedbackAt => Assignment.Feedback == FeedbackTime.Immediate ? null : DueAt ?? ClosesAt;

    public bool ShowsFeedback(DateTime now) => FeedbackAt is not { } at || now >= at;

    /// <summary>Whether it takes no work any more, and will not again.</summary>
    public bool IsArchived => Assignment.ArchivedAt is not null || CourseRests;

    /// <summary>Why nothing is drawn or submitted now; null where it is.</summary>
    public string? ClosedReason(DateTime now) =>
        IsArchived ? "This assignment is archived: it takes no work any more."
        : !Assignment.Published ? "This assignment is not published yet."
        : now < Assignment.OpensAt ? $"This assignment opens at {Assignment.OpensAt:yyyy-MM-dd'T'HH:mm:ss'Z'}."
        : now >= ClosesAt ? $"This assignment closed at {ClosesAt:yyyy-MM-dd'T'HH:mm:ss'Z'}."
        : null;

    /// <summary>Started days of 24 hours after the work was due. A day is 86,400 seconds, whatever clocks are set to.</summary>
    public int DaysLate(DateTime received) => received > DueAt ? (int)Math.Ceiling((received - DueAt.Value) / TimeSpan.FromDays(1)) : 0;

    /// <summary>Share of the score that is left after the late penalty.</summary>
    public double LateFactor(int daysLate) => (double)Math.Max(0m, 1 - ((decimal)Assignment.LatePenaltyPerDay * daysLate));

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
        select new Terms(assignment, item, extension, course.ArchivedAt != null);
}
