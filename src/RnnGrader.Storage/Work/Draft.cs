namespace RnnGrader.Storage;

/// <summary>What was typed and not yet submitted. Graded by nobody, lost never.</summary>
public sealed class Draft
{
    /// <summary>The instance. The primary key.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The answers as they were sent: JSON.</summary>
    public required string Answers { get; set; }

    /// <summary>Counts the saves, from 1: by it a tab knows whether another has saved since.</summary>
    public required int Version { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime SavedAt { get; set; }
}
