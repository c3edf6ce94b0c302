using RnnGrader.Storage;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Access;

/// <summary>
/// Writes who changed what, in the transaction of the change. Entries name people by their ids alone: nothing in them can be changed, and who is erased must
/// be gone from them too.
/// </summary>
internal static class AuditTrail
{
    /// <summary>Adds an entry, which is stored with whatever is saved next.</summary>
    /// <param name="store">The store.</param>
    /// <param name="visit">Who, and in which course.</param>
    /// <param name="now">When.</param>
    /// <param name="action">What was done, such as `assignment.changed`.</param>
    /// <param name="subject">What it was done to: an id, or a group's name.</param>
    /// <param name="before">What was before, in the form that the API answers.</param>
    /// <param name="after">What is after.</param>
    public static void Record(this StoreContext store, Visit visit, DateTime now, string action, string subject, object? before, object? after) => store.Add(new AuditEntry
    {
        Id = Ids.New(now),
        CourseId = visit.CourseId,
        At = now,
        ActorId = visit.PersonId,
        Action = action,
        Subject = subject,
        Before = before is null ? null : StoredForm.Write(before),
        After = after is null ? null : StoredForm.Write(after),
    });
}
