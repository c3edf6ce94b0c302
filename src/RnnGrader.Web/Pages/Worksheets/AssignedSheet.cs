using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>What the page of a worksheet says about the assignment that it is work for.</summary>
/// <param name="State">How the student's work stands.</param>
/// <param name="IsStaff">Whether one of the course's staff looks at it.</param>
/// <param name="Now">When.</param>
internal sealed record AssignedSheet(WorkState State, bool IsStaff, DateTime Now)
{
    public Terms Terms => State.Terms;

    /// <summary>Why it can't be handed in; null where it can.</summary>
    public Closure? Closure => IsStaff ? Work.Closure.Elses : State.ClosureAt(Now);

    /// <summary>Whether what is graded is shown.</summary>
    public bool ShowsFeedback => IsStaff || Terms.ShowsFeedback(Now);

    public bool ShowsHints => IsStaff || State.NoHintReason(Now) is null;

    public bool ShowsSolution => IsStaff || State.NoSolutionReason(Now) is null;

    public bool HasNewNumbers => !IsStaff && State.HasNewNumbers(Now);

    public string CourseAddress => $"{(IsStaff ? "/teach" : "")}/courses/{Ids.Write(Terms.Assignment.CourseId)}";

    public string AssignmentAddress => IsStaff ? $"/teach/assignments/{Ids.Write(Terms.Assignment.Id)}/students/{Ids.Write(State.Standing.PersonId)}" : $"/assignments/{Ids.Write(Terms.Assignment.Id)}";

    /// <summary>Where other numbers are drawn.</summary>
    public string ItemAddress => $"/assignments/{Ids.Write(Terms.Assignment.Id)}/items/{Ids.Write(Terms.Item.Id)}";

    /// <summary>The newer numbers' worksheet.</summary>
    public string? NewerAddress => State.Newer is { } newer ? $"/worksheets/{Ids.Write(newer)}" : null;
}
