namespace RnnGrader.Web.Lti;

/// <summary>What can be set of LTI: section `Lti`.</summary>
internal sealed class LtiSettings
{
    /// <summary>By how many seconds a platform's clock may differ from the one here.</summary>
    public double LeewaySeconds { get; init; } = 60;

    /// <summary>How old an id_token may be, by its `iat`.</summary>
    public double MaxAgeSeconds { get; init; } = 600;

    /// <summary>How long a service of a platform is waited for.</summary>
    public double RequestSeconds { get; init; } = 10;

    /// <summary>How long a published key waits before it signs: longer than platforms keep our keys.</summary>
    public double KeyLeadSeconds { get; init; } = 2 * 86_400;

    public TimeSpan Leeway => TimeSpan.FromSeconds(LeewaySeconds);
}
