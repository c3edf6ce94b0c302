namespace RnnGrader.Web.Lti.Launch;

/// <summary>A launch that passed every check of its token.</summary>
/// <param name="Claims">The token's claims.</param>
/// <param name="Message">The message type.</param>
/// <param name="DeploymentId">The deployment.</param>
/// <param name="LinkId">`resource_link.id`; null for deep linking.</param>
/// <param name="Target">`target_link_uri`, on this site; null where deep linking has none.</param>
/// <param name="Roles">The roles, as they were sent.</param>
/// <param name="Subject">Who it is at the platform.</param>
internal sealed record Launched(LtiClaims Claims, string Message, string DeploymentId, string? LinkId, Uri? Target, IReadOnlyList<string> Roles, string Subject)
{
    private LtiClaims? Context => Claims.Object(LtiClaims.Lti + "context");

    /// <summary>The platform's course; null where the launch is from none.</summary>
    public string? ContextId => Context?.Filled("id");

    public string? ContextTitle => Context?.Filled("title") ?? Context?.Filled("label");

    public string? Name => Claims.Filled("name") ?? (string.Join(' ', new[] { Claims.Filled("given_name"), Claims.Filled("family_name") }.OfType<string>()) is { Length: > 0 } name ? name : null);

    public string? Email => Claims.Filled("email");

    /// <summary>A custom parameter. A platform that does not know a variable sends its name as it is, `$…`, which is no id of ours.</summary>
    public string? Custom(string name) => Claims.Object(LtiClaims.Lti + "custom")?.Filled(name);
}
