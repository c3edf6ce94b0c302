namespace RnnGrader.Web.Regrades;

/// <summary>What changes of one submission.</summary>
/// <param name="Submission">Id of the submission.</param>
/// <param name="Person">Id of the student.</param>
/// <param name="Name">Name of the student.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Exercise">Slug of the exercise.</param>
/// <param name="Attempt">Which attempt it is.</param>
/// <param name="Before">What it counted before.</param>
/// <param name="After">What it counts after.</param>
/// <param name="Why">Why, sentence by sentence.</param>
/// <param name="Cells">The cells whose verdict or credit changes.</param>
internal sealed record ChangeAnswer(
    string Submission, string Person, string Name, string Item, string Exercise, int Attempt, double Before, double After, IReadOnlyList<string> Why, IReadOnlyList<CellChange> Cells);
