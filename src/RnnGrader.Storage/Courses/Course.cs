namespace RnnGrader.Storage;

/// <summary>A course in a term. Every row that belongs to it carries its id, so that the tables can be distributed by course.</summary>
public sealed class Course
{
    /// <summary>A UUIDv7 made in code.</summary>
    public required Guid Id { get; init; }

    /// <summary>Such as `Recurrent networks`.</summary>
    public required string Title { get; set; }

    /// <summary>Such as `Autumn 2026`.</summary>
    public required string Term { get; set; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Since when it only rests: seen, and worked in no more.</summary>
    public DateTime? ArchivedAt { get; set; }
}
