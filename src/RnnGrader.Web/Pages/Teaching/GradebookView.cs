using RnnGrader.Web.Deliveries;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What a class has of an assignment.</summary>
public sealed class GradebookView
{
    internal AssignmentFrame Frame { get; init; } = null!;

    internal Gradebook.GradebookPage Page { get; init; } = null!;

    /// <summary>How far students' scores are on their way to a learning management system, by id of the student.</summary>
    internal ILookup<string, DeliveryAnswer> Scores { get; init; } = Enumerable.Empty<DeliveryAnswer>().ToLookup(d => d.Person);

    internal string? Group { get; init; }

    internal bool IsLater { get; init; }

    /// <summary>Where the API answers the same as a file.</summary>
    internal string FileAddress => $"/api/v1/assignments/{Frame.Assignment.Id}/gradebook?format=csv{(Group is null ? "" : $"&group={Uri.EscapeDataString(Group)}")}";

    internal string Address => $"{Frame.Address}/gradebook{(Group is null ? "" : $"?group={Uri.EscapeDataString(Group)}")}";
}
