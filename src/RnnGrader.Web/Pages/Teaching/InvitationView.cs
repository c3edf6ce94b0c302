using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>An invitation that was just made.</summary>
public sealed class InvitationView
{
    internal string Name { get; init; } = "";

    internal string Back { get; init; } = "/";

    internal InvitationAnswer Invitation { get; init; } = null!;
}
