namespace RnnGrader.Storage;

/// <summary>What is delivered.</summary>
public enum DeliveryKind
{
    /// <summary>A student's score to a platform's gradebook.</summary>
    Score,

    /// <summary>An event to a webhook.</summary>
    Event,
}
