namespace RnnGrader.Web.Deliveries;

/// <summary>What can be set of deliveries: section `Deliveries`.</summary>
internal sealed class DeliverySettings
{
    /// <summary>How often a copy of the service looks for what is due.</summary>
    public double PollSeconds { get; init; } = 1;

    /// <summary>
    /// How long sending waits after a student has opened a link. A submission that was under way when the row came to be did not see it: it must have ended by then.
    /// </summary>
    public double SettlingSeconds { get; init; } = 10;

    /// <summary>How long a copy has a delivery for itself. Longer than all its requests together may take.</summary>
    public double LeaseSeconds { get; init; } = 60;

    /// <summary>The pause after the first failure; each one after it is twice as long.</summary>
    public double FirstPauseSeconds { get; init; } = 5;

    /// <summary>The longest pause.</summary>
    public double LongestPauseSeconds { get; init; } = 3600;

    /// <summary>How long it is tried.</summary>
    public double GiveUpDays { get; init; } = 7;

    /// <summary>How many are under way at once.</summary>
    public int AtOnce { get; init; } = 32;

    /// <summary>How many are under way at once to one platform or webhook.</summary>
    public int AtOnceToOne { get; init; } = 8;

    /// <summary>How long a platform or webhook that asks to be left alone (`Retry-After`) gets nothing at all; what it refused waits as long as it said.</summary>
    public double LongestRestSeconds { get; init; } = 60;
}
