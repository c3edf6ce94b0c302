namespace RnnGrader.Web.Work;

/// <summary>An assignment as one of its students stands in it.</summary>
/// <param name="Times">When it is done, for this student.</param>
/// <param name="Items">Where they stand with each item, in order.</param>
internal sealed record AssignedWork(Times Times, IReadOnlyList<WorkItemAnswer> Items)
{
    /// <summary>How many of its exercises are completed, as far as the student is told.</summary>
    public int Completed => Items.Count(item => item.Completed == true);

    /// <summary>How many were handed in at all.</summary>
    public int HandedIn => Items.Count(item => item.Attempts > 0);

    public bool IsDone => Items.Count > 0 && Items.All(item => item.Completed == true);
}
