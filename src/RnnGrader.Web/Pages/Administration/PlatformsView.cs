using RnnGrader.Web.Lti.Registering;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>The learning management systems that know this service.</summary>
public sealed class PlatformsView
{
    internal IReadOnlyList<RegistrationAnswer> Registrations { get; init; } = [];

    /// <summary>Our own keys, the newest first, and when each begins to sign.</summary>
    internal IReadOnlyList<(string Id, DateTime SignsFrom)> Keys { get; init; } = [];

    /// <summary>This service's public address.</summary>
    internal string Origin { get; init; } = "";

    internal DateTime Now { get; init; }

    internal PlatformsNews News { get; init; } = new();
}
