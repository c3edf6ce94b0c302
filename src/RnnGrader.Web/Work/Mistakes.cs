using System.Text.Json;
using RnnGrader.Grading;
using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>The cells of a submission that are not right, for statistics to count. A cell left empty is work not done; a component left out of a set is a mistake.</summary>
internal static class Mistakes
{
    public static IEnumerable<Mistake> Of(Submission submission, Grading.Grade grade) =>
        from cell in grade.Cells
        where cell.Verdict is Verdict.Wrong or Verdict.Unreadable || (cell.Verdict == Verdict.Empty && cell.Component is not null)
        select new Mistake
        {
            SubmissionId = submission.Id,
            Cell = cell.Component is { } component ? $"{cell.Blank}:{component}" : $"{cell.Blank}[{cell.Row},{cell.Column}]",
            CourseId = submission.CourseId!.Value,
            AssignmentId = submission.AssignmentId!.Value,
            ItemId = submission.ItemId!.Value,
            PersonId = submission.PersonId!.Value,
            Verdict = JsonNamingPolicy.CamelCase.ConvertName(cell.Verdict.ToString()),
            Slip = cell.Slip,
        };
}
