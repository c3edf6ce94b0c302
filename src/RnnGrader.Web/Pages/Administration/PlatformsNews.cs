using RnnGrader.Web.Lti.Registering;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>What a form on the page of platforms led to, and what was typed into it.</summary>
internal sealed record PlatformsNews
{
    public IReadOnlyList<string> Objections { get; init; } = [];

    public RegistrationRequest? Typed { get; init; }

    /// <summary>The link by which a platform registers itself; null where none was made.</summary>
    public RegistrationLinkAnswer? Link { get; init; }
}
