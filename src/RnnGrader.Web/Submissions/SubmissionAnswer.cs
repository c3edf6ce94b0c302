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
/// <param name="Cells">The verdict on each cell.</param>
internal sealed record SubmissionAnswer(
    string Id, string Instance, DateTime ReceivedAt, double Score, int Correct, int Carried, int Total, bool Complete, IReadOnlyList<CellAnswer> Cells)
{
    /// <summary>By the newest grade.</summary>
    public static SubmissionAnswer Of(Submission submission)
    {
        var grade = submission.Grades.MaxBy(g => g.Id)!;
        return new(
            Ids.Write(submission.Id), Ids.Write(submission.InstanceId), submission.ReceivedAt,
            grade.Score, grade.Correct, grade.Carried, grade.Total, grade.Complete, CellAnswer.Read(grade.Cells));
    }
}
