using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>Everything that the page of a worksheet shows. Public, as the parameters of components have to be; what it holds is not.</summary>
public sealed class WorksheetView
{
    internal WorksheetView(DrawnInstance drawn, (Answers Answers, int Version) typed, (SubmissionAnswer? Report, Answers Answers) submitted, IReadOnlyList<ShownHint> hints, AssignedSheet? assigned)
    {
        (Drawn, Assigned) = (drawn, assigned);
        (Typed, DraftVersion) = typed;
        (Report, Submitted) = submitted;
        Hints = hints;
    }

    /// <summary>The instance.</summary>
    internal DrawnInstance Drawn { get; }

    /// <summary>What stands in the cells: what was typed last, submitted or not.</summary>
    internal Answers Typed { get; }

    /// <summary>How often what is typed has been saved; 0 where it has not.</summary>
    internal int DraftVersion { get; }

    /// <summary>The latest submission; null before the first.</summary>
    internal SubmissionAnswer? Report { get; }

    /// <summary>The answers of the latest submission, by which a cell is known to be typed over since.</summary>
    internal Answers Submitted { get; }

    /// <summary>The hints that were asked for.</summary>
    internal IReadOnlyList<ShownHint> Hints { get; }

    /// <summary>The assignment that it is work for; null for practice.</summary>
    internal AssignedSheet? Assigned { get; }

    /// <summary>Whether the reader can hand it in now.</summary>
    internal bool IsOpen => Assigned?.Closure is null;

    internal bool ShowsHints => Assigned?.ShowsHints != false;

    internal bool ShowsSolution => Assigned?.ShowsSolution ?? Report is not null;

    internal Worksheet Sheet => Drawn.Sheet;

    internal string Id => Ids.Write(Drawn.Row.Id);

    internal string Address => $"/worksheets/{Id}";

    /// <summary>The cell of the report for a cell of the page; null where it has been typed over since.</summary>
    internal CellAnswer? Graded(Blank blank, int row, int column)
    {
        var cell = (row * blank.Columns) + column;
        return string.Equals(Typed.Cell(blank.Name, cell) ?? "", Submitted.Cell(blank.Name, cell) ?? "", StringComparison.Ordinal)
            ? Report?.Cells.FirstOrDefault(graded => graded.Blank == blank.Name && graded.Row == row && graded.Column == column)
            : null;
    }
}
