using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Submissions;

/// <summary>A submission and how it was graded.</summary>
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
internal sealed record SubmissionAnswer(
    string Id, string Instance, DateTime ReceivedAt, double Score, int Correct, int Carried, int Total, bool Complete,
    int Errors, DivergenceAnswer? FirstDivergence, IReadOnlyList<HintUseAnswer> Hints, IReadOnlyList<CellAnswer> Cells)
{
    /// <summary>By the newest grade.</summary>
    public static SubmissionAnswer Of(Submission submission, IEnumerable<HintUse> hints)
    {
        var grade = submission.Grades.MaxBy(g => g.Id)!;
        return new(
            Ids.Write(submission.Id), Ids.Write(submission.InstanceId), submission.ReceivedAt,
            grade.Score, grade.Correct, grade.Carried, grade.Total, grade.Complete,
            grade.Errors, grade.FirstDivergence is { } first ? StoredForm.Read<DivergenceAnswer>(first) : null,
            [.. hints.Select(HintUseAnswer.Of)], StoredForm.Read<IReadOnlyList<CellAnswer>>(grade.Cells));
    }
}
