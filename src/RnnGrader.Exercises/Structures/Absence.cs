using RnnGrader.Exercises.Drawing;

namespace RnnGrader.Exercises.Structures;

/// <summary>How much of a network is absent.</summary>
internal static class Absence
{
    public static Parameter Share { get; } = Parameter.Range("absent", "How many in a hundred links are absent; by default as the difficulty says.", 10, 50);

    /// <summary>The number of cells that are to be absent: the same for every draw of one size, so that all are as much work.</summary>
    public static int Of(RnnNetwork size, Draw draw)
    {
        var share = draw.Settings.Number(Share) ?? draw.Settings.Difficulty switch { "easy" => 25, "hard" => 45, _ => 35 };
        return Math.Max(1, ((size.Cells * share) + 50) / 100);
    }
}
