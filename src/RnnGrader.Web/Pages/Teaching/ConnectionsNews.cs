using RnnGrader.Web.Lti.Links;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What a form on the page of a course's connections led to, and what was typed into it.</summary>
internal sealed record ConnectionsNews
{
    public IReadOnlyList<string> Objections { get; init; } = [];

    /// <summary>What testing the connections said, by platform; null where nothing was tested.</summary>
    public IReadOnlyList<LmsAnswer>? Tested { get; init; }

    /// <summary>The code by which another course's platform comes here; null where none was asked for.</summary>
    public string? Code { get; init; }

    /// <summary>How many platforms' courses lead elsewhere now; null where that was not asked for.</summary>
    public int? Moved { get; init; }

    public string? TypedUrl { get; init; }
}
