namespace RnnGrader.Web.Progress;

/// <summary>How many exercises of a level are completed.</summary>
/// <param name="Completed">How many are.</param>
/// <param name="Of">How many there are in the course.</param>
internal sealed record LevelProgress(int Completed, int Of);
