using RnnGrader.Storage;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Studying;

/// <summary>An exercise of an assignment as one of its students sees it.</summary>
public sealed class MyItemView
{
    internal MyItemView(MyAssignmentView assignment, WorkItemAnswer item, AssignmentItem row) => (Assignment, Item, Row) = (assignment, item, row);

    internal MyAssignmentView Assignment { get; }

    internal WorkItemAnswer Item { get; }

    /// <summary>The item itself, of which staff draw an example.</summary>
    internal AssignmentItem Row { get; }

    internal string Address => $"/assignments/{Assignment.Id}/items/{Item.Item}";

    /// <summary>Whether there is something to open: own numbers, or such as can be drawn now.</summary>
    internal bool CanOpen => Item.Instance is not null || Assignment.IsOpen;

    internal bool CanAnswer => Assignment.IsOpen && Item.AttemptsLeft != 0;

    internal bool HasNewNumbers => CanAnswer && Item is { NewNumbers: NewNumbers.OnRequest, Instance: not null };
}
