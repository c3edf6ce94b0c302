using RnnGrader.Storage;

namespace RnnGrader.Web.Deliveries;

internal static class DeliveryStates
{
    /// <summary>The state that a word names; null for none.</summary>
    /// <returns>Whether the word has a meaning; none has.</returns>
    public static bool TryRead(string? text, out DeliveryState? state)
    {
        state = text switch
        {
            "waiting" => DeliveryState.Waiting,
            "sent" => DeliveryState.Sent,
            "refused" => DeliveryState.Refused,
            _ => null,
        };
        return string.IsNullOrEmpty(text) || state is not null;
    }
}
