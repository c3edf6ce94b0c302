namespace RnnGrader.Storage;

/// <summary>How far a delivery is.</summary>
public enum DeliveryState
{
    /// <summary>It is to be sent, now or later.</summary>
    Waiting,

    /// <summary>What was wanted last has arrived.</summary>
    Sent,

    /// <summary>The other side will not have it; somebody must look.</summary>
    Refused,
}
