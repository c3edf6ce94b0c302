namespace RnnGrader.Diagrams.Marks;

/// <summary>How a cell or unit is told apart without colour.</summary>
internal enum CellStyle
{
    /// <summary>A full line: there, with its number where it has one.</summary>
    Given,

    /// <summary>A dashed line: to be filled in.</summary>
    Blank,

    /// <summary>A thin dotted line: shown again where it is read.</summary>
    Copy,

    /// <summary>Hatched: no dependency.</summary>
    Absent,
}
