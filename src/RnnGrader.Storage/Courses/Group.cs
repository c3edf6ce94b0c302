namespace RnnGrader.Storage;

/// <summary>A part of a course's students with a goal of its own. A group that has no row has no goal.</summary>
public sealed class Group
{
    /// <summary>The course. Part of the primary key.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>Its name. Part of the primary key.</summary>
    public required string Name { get; init; }

    /// <summary>How many exercises its students must complete; null for no goal.</summary>
    public required int? Goal { get; set; }
}
