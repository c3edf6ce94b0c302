using RnnGrader.Web.Lti.Registering;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>What became of launches.</summary>
public sealed class LaunchesView
{
    internal Page<LaunchAnswer> Launches { get; init; } = null!;

    /// <summary>Platforms' names by id of their registration.</summary>
    internal IReadOnlyDictionary<string, string> Platforms { get; init; } = new Dictionary<string, string>();

    internal string? Outcome { get; init; }

    internal string? Reference { get; init; }

    internal bool IsLater { get; init; }

    internal string Address => $"/admin/launches?outcome={Uri.EscapeDataString(Outcome ?? "")}&reference={Uri.EscapeDataString(Reference ?? "")}";
}
