using RnnGrader.Storage;

namespace RnnGrader.Web.Work;

/// <summary>Keeps standings true to submissions.</summary>
internal static class Standings
{
    /// <summary>Takes in one more submission, whose attempt is counted already.</summary>
    public static void Take(this Standing standing, Submission submission, AssignmentItem item)
    {
        standing.First ??= submission.Counted;
        standing.LastAt = submission.ReceivedAt;
        if (standing.Best is not { } best || submission.Counted > best)
        {
            standing.Choose(submission);
        }

        standing.Complete(item, submission.ReceivedAt);
    }

    /// <summary>Sets everything that scores decide anew, after scores were changed. What is completed stays completed.</summary>
    /// <param name="standing">The standing.</param>
    /// <param name="submissions">All submissions of the student to the item, each with its newest grade and override.</param>
    /// <param name="item">The item.</param>
    /// <param name="now">When.</param>
    public static void Recount(this Standing standing, IReadOnlyCollection<Submission> submissions, AssignmentItem item, DateTime now)
    {
        standing.First = submissions.MinBy(s => s.Attempt)!.Counted;
        standing.Choose(submissions.OrderByDescending(s => s.Counted).ThenBy(s => s.Attempt).First());
        standing.Complete(item, now);
    }

    private static void Choose(this Standing standing, Submission best)
    {
        standing.Best = best.Counted;
        standing.BestSubmissionId = best.Id;
        standing.DaysLate = best.Grades.MaxBy(g => g.Id)!.DaysLate;
        standing.Overridden = best.Overrides.Count > 0;
    }

    private static void Complete(this Standing standing, AssignmentItem item, DateTime now)
    {
        if (standing.CompletedAt is null && standing.Best >= item.CompleteAt)
        {
            standing.CompletedAt = now;
            standing.SecondsToComplete = now - standing.OpenedAt is { } taken ? (int)Math.Min(taken.TotalSeconds, int.MaxValue) : null;
        }
    }
}
