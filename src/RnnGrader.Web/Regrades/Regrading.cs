using System.Text.Json;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;
using Grade = RnnGrader.Storage.Grade;

namespace RnnGrader.Web.Regrades;

/// <summary>Grades one submission again: a pure function of what is stored.</summary>
internal static class Regrading
{
    /// <summary>The new grade, and what it changes.</summary>
    /// <param name="Grade">As it would be stored.</param>
    /// <param name="Graded">As the grader gave it.</param>
    /// <param name="Counted">What the submission would count.</param>
    /// <param name="Details">Why, and in which cells.</param>
    internal sealed record Outcome(Grade Grade, Grading.Grade Graded, double Counted, ChangeDetails Details);

    /// <returns>Null where nothing changes: no verdict, no credit, no penalty.</returns>
    public static Outcome? Of(Regrade regrade, Submission submission, Worksheet sheet, Terms terms, DateTime now)
    {
        using var sent = JsonDocument.Parse(submission.Answers);
        var before = submission.Grades.MaxBy(g => g.Id)!;
        var graded = Grader.Grade(sheet, Answers.Read(sheet, sent.RootElement, new Problems())!, new(regrade.GraderVersion, regrade.CreditsCarried));
        var days = terms.DaysLate(submission.ReceivedAt);
        var after = SubmissionRow.Grade(submission.Id, graded, regrade.GraderVersion, now, (days, terms.LateFactor(days)), regrade.Id);
        var cells = Changes(StoredForm.Read<IReadOnlyList<CellAnswer>>(before.Cells), StoredForm.Read<IReadOnlyList<CellAnswer>>(after.Cells));
        if (cells.Count == 0 && after.Score == before.Score && after.LateFactor == before.LateFactor)
        {
            return null;
        }

        var counted = submission.Overrides.Count > 0 ? submission.Counted : after.Counted;
        return new(after, graded, counted, new([.. Why(before, after, cells, terms, submission)], cells));
    }

    private static List<CellChange> Changes(IReadOnlyList<CellAnswer> before, IReadOnlyList<CellAnswer> after)
    {
        var old = before.ToDictionary(Key);
        var next = after.ToDictionary(Key);
        return [.. from key in old.Keys.Union(next.Keys)
                   let was = old.GetValueOrDefault(key)
                   let isNow = next.GetValueOrDefault(key)
                   where was?.Verdict != isNow?.Verdict || was?.Credit != isNow?.Credit
                   let cell = isNow ?? was
                   select new CellChange(
                       cell.Blank, cell.Row, cell.Column, cell.Component, cell.Given, was is null ? null : CellVerdict.Of(was), isNow is null ? null : CellVerdict.Of(isNow))];
    }

    private static (string, int?, int?, string?) Key(CellAnswer cell) => (cell.Blank, cell.Row, cell.Column, cell.Component);

    private static IEnumerable<string> Why(Grade before, Grade after, List<CellChange> cells, Terms terms, Submission submission)
    {
        if (before.GraderVersion != after.GraderVersion && cells.Count > 0)
        {
            yield return $"It was graded by version {before.GraderVersion} of the grader, and now by version {after.GraderVersion}.";
        }

        if (cells.Any(cell => cell is { Before.Verdict: Verdict.Carried, After.Verdict: Verdict.Carried }))
        {
            yield return cells.Any(cell => cell.After?.Credit > 0 && cell.After.Verdict == Verdict.Carried)
                ? "Values that follow from earlier wrong ones have their credit now."
                : "Values that follow from earlier wrong ones have no credit now.";
        }

        if (before.DaysLate != after.DaysLate)
        {
            yield return $"It was {before.DaysLate} days late, and by the times that hold for the student now it is {after.DaysLate}.";
        }
        else if (before.LateFactor != after.LateFactor)
        {
            yield return FormattableString.Invariant($"The late penalty of a day is {terms.Assignment.LatePenaltyPerDay} now.");
        }

        if (submission.Overrides.Count > 0)
        {
            yield return "A person set what it counts, and that stays.";
        }
    }
}
