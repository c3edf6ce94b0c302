namespace RnnGrader.Diagrams.Marks;

/// <summary>Where a text stands from its point.</summary>
internal enum Align
{
    Start,
    Middle,
    End,
}
