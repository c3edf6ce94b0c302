using System.Text.Json;
using RnnGrader.Grading;

namespace RnnGrader.Web.Submissions;

/// <summary>The verdict on a cell, or on a component of a set.</summary>
/// <param name="Blank">The blank it belongs to.</param>
/// <param name="Row">Zero-based row; left out for sets.</param>
/// <param name="Column">Zero-based column; left out for sets.</param>
/// <param name="Component">Id of the component; left out for cells.</param>
/// <param name="Given">What the student wrote; left out where the cell is empty.</param>
/// <param name="Value">What that was read as: a number, or text for a size (`4x3`) and for a fraction with no finite decimal form (`1/3`).</param>
/// <param name="Verdict">`carried` is right for the student's own earlier values.</param>
/// <param name="Credit">What it adds to the score, before that is divided by `total`.</param>
/// <param name="Slip">What went wrong, where the evidence is good.</param>
/// <param name="Suggestion">What may have gone wrong.</param>
/// <param name="Feedback">A sentence for the student.</param>
internal sealed record CellAnswer(
    string Blank, int? Row, int? Column, string? Component, string? Given, JsonElement? Value, Verdict? Verdict, double? Credit, string? Slip, string? Suggestion, string? Feedback);
