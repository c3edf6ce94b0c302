namespace RnnGrader.Web.Pages.Teaching;

/// <summary>The assignment editor.</summary>
public sealed class EditorView
{
    /// <summary>The course of a new assignment; else the assignment's.</summary>
    internal CourseFrame Course { get; init; } = null!;

    /// <summary>The assignment; null for a new one.</summary>
    internal AssignmentFrame? Assignment { get; init; }

    internal EditorForm Form { get; init; } = EditorForm.Empty;

    /// <summary>Whether the times are stored ones, for the script to show in the reader's zone, and not typed ones.</summary>
    internal bool IsStored { get; init; }

    internal IReadOnlyList<string> Objections { get; init; } = [];

    internal string Address => Assignment is null ? $"{Course.Address}/assignments/new" : $"{Assignment.Address}/edit";
}
