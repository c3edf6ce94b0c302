using RnnGrader.Storage;

namespace RnnGrader.Web.Assignments;

/// <summary>An assignment as an instructor sends it.</summary>
/// <param name="Title">What students see, 1 to 200 characters.</param>
/// <param name="OpensAt">Before it nothing is drawn or submitted; null for no such time.</param>
/// <param name="DueAt">After it work is late; null for never.</param>
/// <param name="ClosesAt">From it on nothing is submitted; null for never.</param>
/// <param name="LatePenaltyPerDay">Share of the score that each started day of 24 hours after `dueAt` takes, 0 to 1. 0 where it is left out.</param>
/// <param name="Feedback">When students see verdicts. `immediate` where it is left out.</param>
/// <param name="CreditsCarried">Whether values that follow from earlier wrong ones keep their credit. true where it is left out.</param>
/// <param name="Published">Whether students see it. false where it is left out.</param>
/// <param name="Archived">Whether it is out of the way: kept with its work, listed no more. false where it is left out.</param>
/// <param name="Items">What is to be done, in order; at most 100.</param>
internal sealed record AssignmentRequest(
    string? Title, DateTime? OpensAt, DateTime? DueAt, DateTime? ClosesAt, double? LatePenaltyPerDay, FeedbackTime? Feedback, bool? CreditsCarried, bool? Published, bool? Archived,
    IReadOnlyList<ItemRequest>? Items)
{
    /// <summary>What would make the assignment as it is.</summary>
    public static AssignmentRequest Of(Assignment assignment) => new(
        assignment.Title, assignment.OpensAt, assignment.DueAt, assignment.ClosesAt, assignment.LatePenaltyPerDay, assignment.Feedback, assignment.CreditsCarried,
        assignment.Published, assignment.ArchivedAt is not null, [.. assignment.Items.OrderBy(item => item.Position).Select(ItemRequest.Of)]);
}
