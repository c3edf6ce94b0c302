using RnnGrader.Web.Deliveries;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>One thing that is wanted at another place, and every try.</summary>
public sealed class DeliveryView
{
    internal CourseFrame Frame { get; init; } = null!;

    internal DeliveryAnswer Delivery { get; init; } = null!;

    internal IReadOnlyList<AttemptAnswer> Log { get; init; } = [];

    internal string Address => $"{Frame.Address}/connections/deliveries/{Delivery.Id}";
}
