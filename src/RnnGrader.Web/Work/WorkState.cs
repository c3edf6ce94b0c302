using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>How a student's work on an instance stands, and what may be done with it.</summary>
internal sealed record WorkState
{
    public required Terms Terms { get; init; }

    public required Standing Standing { get; init; }

    public required string CourseTitle { get; init; }

    /// <summary>The numbers that the student has drawn since; null where these are the newest.</summary>
    public required Guid? Newer { get; init; }

    /// <summary>Whether answers to these numbers were submitted.</summary>
    public required bool IsSubmitted { get; init; }

    public int? AttemptsLeft => Terms.Attempts is { } most ? Math.Max(0, most - Standing.Attempts) : null;

    private bool IsUsed => Terms.Item.NewNumbers == NewNumbers.EachAttempt && IsSubmitted;

    /// <summary>Why these numbers are not answered now; null where they are.</summary>
    public Closure? ClosureAt(DateTime now) => Terms.ClosureAt(now)
        ?? (Newer is not null ? Closure.OldNumbers
        : AttemptsLeft == 0 ? Closure.NoAttemptLeft
        : IsUsed ? Closure.NumbersUsed
        : null);

    /// <summary>Whether the student may draw other numbers now.</summary>
    public bool HasNewNumbers(DateTime now) =>
        Terms.Item.NewNumbers != NewNumbers.Never && Terms.ClosureAt(now) is null && Newer is null && AttemptsLeft != 0 && (Terms.Item.NewNumbers == NewNumbers.OnRequest || IsUsed);

    /// <summary>Why there is no hint now; null where there is.</summary>
    public string? NoHintReason(DateTime now) => Terms.ShowsFeedback(now) ? null : "There are no hints for this assignment before its feedback is due.";

    /// <summary>Why the solution is not shown now; null where it is: the student can be graded on these numbers no more.</summary>
    public string? NoSolutionReason(DateTime now) =>
        !Terms.ShowsFeedback(now) ? "The solution is shown when the feedback of this assignment is due."
        : Terms.ClosureAt(now) is not (null or Closure.NotOpen) || Newer is not null || IsUsed || AttemptsLeft == 0 ? null
        : "The solution is shown when you can be graded on these numbers no more.";

    /// <summary>The state of an assigned instance, by one command.</summary>
    public static Task<WorkState> OfAsync(StoreContext store, Instance instance, CancellationToken cancellationToken) => (
        from terms in Terms.Of(store, instance.AssignmentId!.Value, instance.PersonId!.Value, instance.ItemId)
        from standing in store.Standings.Where(s => s.ItemId == instance.ItemId && s.PersonId == instance.PersonId)
        select new WorkState
        {
            Terms = terms,
            Standing = standing,
            CourseTitle = store.Courses.Where(c => c.Id == instance.CourseId).Select(c => c.Title).First(),
            Newer = store.Instances.Where(i => i.ItemId == instance.ItemId && i.PersonId == instance.PersonId && i.Round > instance.Round).OrderByDescending(i => i.Round).Select(i => (Guid?)i.Id).FirstOrDefault(),
            IsSubmitted = store.Submissions.Any(s => s.InstanceId == instance.Id),
        }).SingleAsync(cancellationToken);
}
