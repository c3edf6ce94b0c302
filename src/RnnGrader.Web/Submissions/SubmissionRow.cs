using System.Text.Json;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;
using Grade = RnnGrader.Storage.Grade;

namespace RnnGrader.Web.Submissions;

internal static class SubmissionRow
{
    /// <summary>What is stored of a submission: the answers as they were sent, and their grade.</summary>
    public static Submission Of(Guid id, Guid instance, Worksheet sheet, JsonElement sent, Answers answers, DateTime now)
    {
        var grade = Grader.Grade(sheet, answers);
        var submission = new Submission { Id = id, InstanceId = instance, Answers = sent.GetRawText(), ReceivedAt = now };
        submission.Grades.Add(new Grade
        {
            Id = Ids.New(now),
            SubmissionId = id,
            GraderVersion = Grader.Version,
            Score = grade.Score,
            Correct = grade.Correct,
            Carried = grade.Carried,
            Total = grade.Total,
            Complete = grade.Complete,
            Errors = grade.Errors,
            FirstDivergence = grade.FirstDivergence is { } first ? StoredForm.Write(first) : null,
            Cells = StoredForm.Write(grade.Cells),
            CreatedAt = now,
        });
        return submission;
    }
}
