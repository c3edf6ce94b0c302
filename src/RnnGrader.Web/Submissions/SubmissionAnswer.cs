using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Submissions;

/// <summary>A submission and how it was graded. Until feedback is due a student sees what was sent and understood, and no verdict.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Instance">Id of the instance it answers.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="Score">The sum of the cells' credits over `total`, 0 to 1.</param>
/// <param name="Correct">How many cells are correct.</param>
/// <param name="Carried">How many cells are right for the student's own earlier values.</param>
/// <param name="Total">How many cells count.</param>
/// <param name="Complete">Whether all is right.</param>
/// <param name="Errors">How many errors do not follow from each other: a slip made in several cells is one.</param>
/// <param name="FirstDivergence">The cell that went wrong first; left out where none did.</param>
/// <param name="Hints">The hints that were shown before it was submitted.</param>
/// <param name="Cells">The verdict on each cell.</param>
/// <param name="Attempt">1 for the student's first submission to the item; left out for practice.</param>
/// <param name="DaysLate">Started days of 24 hours after it was due; left out for practice.</param>
/// <param name="Counted">What counts: the score less the late penalty, or the score that a person set; left out for practice.</param>
/// <param name="Override">The score that a person set; left out where nobody did.</param>
/// <param name="FeedbackAt">When verdicts will be shown; left out where they are.</param>
internal sealed record SubmissionAnswer(
    string Id, string Instance, DateTime ReceivedAt, double? Score, int? Correct, int? Carried, int? Total, bool? Complete,
    int? Errors, DivergenceAnswer? FirstDivergence, IReadOnlyList<HintUseAnswer> Hints, IReadOnlyList<CellAnswer> Cells,
    int? Attempt, int? DaysLate, double? Counted, OverrideAnswer? Override, DateTime? FeedbackAt)
{
    /// <summary>By the newest grade and the newest override.</summary>
    public static SubmissionAnswer Of(Submission submission, IEnumerable<HintUse> hints)
    {
        var grade = submission.Grades.MaxBy(g => g.Id)!;
        var isPractice = submission.ItemId is null;
        return new(
            Ids.Write(submission.Id), Ids.Write(submission.InstanceId), submission.ReceivedAt,
            grade.Score, grade.Correct, grade.Carried, grade.Total, grade.Complete,
            grade.Errors, grade.FirstDivergence is { } first ? StoredForm.Read<DivergenceAnswer>(first) : null,
            [.. hints.Select(HintUseAnswer.Of)], StoredForm.Read<IReadOnlyList<CellAnswer>>(grade.Cells),
            submission.Attempt, isPractice ? null : grade.DaysLate, isPractice ? null : submission.Counted,
            submission.Overrides.MaxBy(o => o.Id) is { } set ? OverrideAnswer.Of(set) : null, null);
    }

    /// <summary>The same without what tells how it was graded. What a set left out is not told either.</summary>
    public SubmissionAnswer Until(DateTime feedbackAt) => this with
    {
        Score = null,
        Correct = null,
        Carried = null,
        Total = null,
        Complete = null,
        Errors = null,
        FirstDivergence = null,
        Counted = null,
        Override = null,
        FeedbackAt = feedbackAt,
        Cells = [.. Cells.Where(cell => cell.Component is null || cell.Verdict != Grading.Verdict.Empty)
            .Select(cell => cell with { Verdict = null, Credit = null, Slip = null, Suggestion = null, Feedback = null })],
    };
}
