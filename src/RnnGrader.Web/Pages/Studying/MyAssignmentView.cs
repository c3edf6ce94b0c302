using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>An assignment as one of its students sees it.</summary>
public sealed class MyAssignmentView
{
    internal string CourseId { get; init; } = "";

    internal string CourseTitle { get; init; } = "";

    /// <summary>Whether one of the course's staff looks at it.</summary>
    internal bool IsStaff { get; init; }

    internal AssignedWork Work { get; init; } = null!;

    /// <summary>Whether the score has arrived at the platforms that the student came from.</summary>
    internal IReadOnlyList<DeliveryAnswer> Deliveries { get; init; } = [];

    internal DateTime Now { get; init; }

    internal Times Times => Work.Times;

    internal string Id => Ids.Write(Times.Assignment.Id);

    internal bool IsOpen => Times.ClosureAt(Now) is null;
}
