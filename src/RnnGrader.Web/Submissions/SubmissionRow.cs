using System.Text.Json;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;
using Grade = RnnGrader.Storage.Grade;

namespace RnnGrader.Web.Submissions;

internal static class SubmissionRow
{
    /// <summary>What is stored of a submission: the answers as they were sent, and their grade.</summary>
    /// <param name="instance">What it answers.</param>
    /// <param name="sent">The answers.</param>
    /// <param name="grade">How they were graded.</param>
    /// <param name="version">Version of the grader that graded them.</param>
    /// <param name="now">When they were received.</param>
    /// <param name="attempt">Which submission of the student it is; null for practice.</param>
    /// <param name="lateness">Days late and what is left after them.</param>
    public static Submission Of(Instance instance, JsonElement sent, Grading.Grade grade, int version, DateTime now, int? attempt = null, (int Days, double Factor)? lateness = null)
    {
        var submission = new Submission
        {
            Id = Ids.New(now),
            InstanceId = instance.Id,
            Answers = sent.GetRawText(),
            ReceivedAt = now,
            CourseId = instance.CourseId,
            AssignmentId = instance.AssignmentId,
            ItemId = instance.ItemId,
            PersonId = instance.PersonId,
            Attempt = attempt,
        };
        submission.Grades.Add(Grade(submission.Id, grade, version, now, lateness ?? (0, 1)));
        return submission;
    }

    /// <summary>What is stored of a grade.</summary>
    public static Grade Grade(Guid submission, Grading.Grade grade, int version, DateTime now, (int Days, double Factor) lateness, Guid? regrade = null) => new()
    {
        Id = Ids.New(now),
        SubmissionId = submission,
        GraderVersion = version,
        Score = grade.Score,
        Correct = grade.Correct,
        Carried = grade.Carried,
        Total = grade.Total,
        Complete = grade.Complete,
        Errors = grade.Errors,
        FirstDivergence = grade.FirstDivergence is { } first ? StoredForm.Write(first) : null,
        Cells = StoredForm.Write(grade.Cells),
        DaysLate = lateness.Days,
        LateFactor = lateness.Factor,
        RegradeId = regrade,
        CreatedAt = now,
    };
}
