namespace RnnGrader.Storage;

/// <summary>A hint that was shown. It belongs to every submission to its instance that is received after it.</summary>
public sealed class HintUse
{
    /// <summary>The instance. Part of the primary key.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The blank. Part of the primary key.</summary>
    public required string Blank { get; init; }

    /// <summary>Zero-based. Part of the primary key.</summary>
    public required int Row { get; init; }

    /// <summary>Zero-based. Part of the primary key.</summary>
    public required int Column { get; init; }

    /// <summary>1..3. Part of the primary key.</summary>
    public required int Level { get; init; }

    /// <summary>When it was first shown: UTC, whole microseconds.</summary>
    public required DateTime ShownAt { get; init; }
}
