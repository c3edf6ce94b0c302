namespace RnnGrader.Web.Pages.Administration;

/// <summary>How the service is.</summary>
public sealed class HealthView
{
    internal string Store { get; init; } = "";

    /// <summary>Changes of the database that are not made yet.</summary>
    internal IReadOnlyList<string> Pending { get; init; } = [];

    internal bool SendsMail { get; init; }

    internal int GraderVersion { get; init; }

    internal TimeSpan Up { get; init; }

    internal long Memory { get; init; }

    /// <summary>How many there are of each.</summary>
    internal IReadOnlyList<(string Name, int Count)> Counts { get; init; } = [];
}
