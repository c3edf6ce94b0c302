namespace RnnGrader.Web.Deliveries;

/// <summary>How a try ended.</summary>
internal enum DeliveryOutcome
{
    /// <summary>It arrived.</summary>
    Sent,

    /// <summary>What is wanted is there already: nothing was sent.</summary>
    Unchanged,

    /// <summary>It is not the time for it, which is no failure.</summary>
    NotYet,

    /// <summary>It failed and may go better later.</summary>
    Again,

    /// <summary>It failed for good.</summary>
    Refused,
}
