using System.Globalization;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Assignments;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What stands in the fields of the assignment editor: of an assignment, or as it was typed.</summary>
internal sealed record EditorForm(
    string Title, string OpensAt, string DueAt, string ClosesAt, string Zone, string Penalty, FeedbackTime Feedback, bool CreditsCarried, bool Published, IReadOnlyList<EditorRow> Rows)
{
    private const int MostRows = 200;

    /// <summary>A new assignment.</summary>
    public static readonly EditorForm Empty = new("", "", "", "", LocalTime.Utc, "0", FeedbackTime.Immediate, true, false, [.. Catalogue.All.Select(EditorRow.Free)]);

    public static EditorForm Of(AssignmentAnswer assignment)
    {
        var rows = assignment.Items.Select(EditorRow.Of).ToList();
        return new(
            assignment.Title, LocalTime.Write(assignment.OpensAt), LocalTime.Write(assignment.DueAt), LocalTime.Write(assignment.ClosesAt), LocalTime.Utc,
            PageForms.Percent(assignment.LatePenaltyPerDay), assignment.Feedback, assignment.CreditsCarried, assignment.Published,
            [.. rows, .. Catalogue.All.Where(exercise => !rows.Any(row => row.Exercise == exercise)).Select(EditorRow.Free)]);
    }

    public static EditorForm Read(IFormCollection form) => new(
        form["title"].ToString(), form["opensAt"].ToString(), form["dueAt"].ToString(), form["closesAt"].ToString(), form.Text("zone") ?? LocalTime.Utc, form["penalty"].ToString(),
        form["feedback"] == nameof(FeedbackTime.AfterDue) ? FeedbackTime.AfterDue : FeedbackTime.Immediate, form.IsTicked("carried"), form.IsTicked("published"),
        [.. Enumerable.Range(0, MostRows).Select(index => EditorRow.Read(form, index)).OfType<EditorRow>()]);

    /// <summary>What the API is sent for it; what has no meaning is said.</summary>
    /// <param name="before">The assignment as it is; null for a new one. Its seconds are kept where a time's minute stays.</param>
    /// <param name="problems">What has no meaning.</param>
    public AssignmentRequest ToRequest(AssignmentRequest? before, List<string> problems)
    {
        var zone = LocalTime.Zone(Zone, problems);
        return new(
            Title.Trim(),
            LocalTime.Read(OpensAt, zone, Texts.TeachOpens, before?.OpensAt, problems),
            LocalTime.Read(DueAt, zone, Texts.TeachDue, before?.DueAt, problems),
            LocalTime.Read(ClosesAt, zone, Texts.TeachCloses, before?.ClosesAt, problems),
            PageForms.Share(Penalty, Texts.TeachPenalty, problems), Feedback, CreditsCarried, Published, before?.Archived,
            [.. Rows.Where(row => row.IsChosen).OrderBy(Order).Select(row => row.ToRequest(problems))]);
    }

    // Those without a number come last, in the workbook's order.
    private static double Order(EditorRow row) => double.TryParse(row.Order, NumberStyles.Float, CultureInfo.InvariantCulture, out var order) ? order : double.MaxValue;
}
