namespace RnnGrader.Web.Privacy;

/// <summary>A hint that somebody was shown.</summary>
internal sealed record ExportedHint(string Blank, int Row, int Column, int Level, DateTime ShownAt);
