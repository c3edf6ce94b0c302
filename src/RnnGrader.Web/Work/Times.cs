using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>What holds for one student at an assignment: its times, as an extension changes them.</summary>
internal record Times
{
    public required Assignment Assignment { get; init; }

    public required Extension? Extension { get; init; }

    public required bool CourseRests { get; init; }

    public DateTime? DueAt => Extension?.DueAt ?? Assignment.DueAt;

    public DateTime? ClosesAt => Extension?.ClosesAt ?? Assignment.ClosesAt;

    /// <summary>When verdicts are shown; null for at once.</summary>
    public DateTime? FeedbackAt => Assignment.Feedback == FeedbackTime.Immediate ? null : DueAt ?? ClosesAt;

    public bool ShowsFeedback(DateTime now) => FeedbackAt is not { } at || now >= at;

    /// <summary>Why nothing is drawn or submitted now; null where it is.</summary>
    public Closure? ClosureAt(DateTime now) =>
        Assignment.ArchivedAt is not null || CourseRests ? Closure.Archived
        : !Assignment.Published ? Closure.Draft
        : now < Assignment.OpensAt ? Closure.NotOpen
        : now >= ClosesAt ? Closure.Closed
        : null;

    /// <summary>The same in words; null where work is taken.</summary>
    public string? ClosedReason(DateTime now) => ClosureAt(now) switch
    {
        null => null,
        Closure.Archived => "This assignment is archived: it takes no work any more.",
        Closure.Draft => "This assignment is not published yet.",
        Closure.NotOpen => $"This assignment opens at {Assignment.OpensAt:yyyy-MM-dd'T'HH:mm:ss'Z'}.",
        _ => $"This assignment closed at {ClosesAt:yyyy-MM-dd'T'HH:mm:ss'Z'}.",
    };

    /// <summary>Started days of 24 hours after the work was due. A day is 86,400 seconds, whatever clocks are set to.</summary>
    public int DaysLate(DateTime received) => received > DueAt ? (int)Math.Ceiling((received - DueAt.Value) / TimeSpan.FromDays(1)) : 0;

    /// <summary>Share of the score that is left after the late penalty.</summary>
    public double LateFactor(int daysLate) => (double)Math.Max(0m, 1 - ((decimal)Assignment.LatePenaltyPerDay * daysLate));
}
