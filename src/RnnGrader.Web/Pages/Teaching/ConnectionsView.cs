using RnnGrader.Storage;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.Links;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What a course is connected with, and what has arrived there.</summary>
public sealed class ConnectionsView
{
    internal CourseFrame Frame { get; init; } = null!;

    internal IReadOnlyList<LmsAnswer> Lms { get; init; } = [];

    internal IReadOnlyList<WebhookAnswer> Webhooks { get; init; } = [];

    internal Page<DeliveryAnswer> Deliveries { get; init; } = null!;

    /// <summary>Titles of the course's assignments by id.</summary>
    internal IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>The state whose deliveries are shown; null for all.</summary>
    internal DeliveryState? State { get; init; }

    internal bool IsLater { get; init; }

    /// <summary>What came of what was asked for.</summary>
    internal ConnectionsNews News { get; init; } = new();

    internal string Address => $"{Frame.Address}/connections";
}
