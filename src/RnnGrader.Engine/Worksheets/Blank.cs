namespace RnnGrader.Engine.Worksheets;

/// <summary>A blank of a worksheet as a student meets it: a grid of cells. A size has one cell.</summary>
public sealed record Blank(string Name, BlankKind Kind, int Rows, int Columns);
