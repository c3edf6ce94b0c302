namespace RnnGrader.Storage;

/// <summary>What a regrade changes, or would change, of one submission.</summary>
public sealed class RegradeChange
{
    /// <summary>The regrade. Part of the primary key.</summary>
    public required Guid RegradeId { get; init; }

    /// <summary>The submission. Part of the primary key.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The course.</summary>
    public required Guid CourseId { get; init; }

    /// <summary>The student.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Which attempt it is.</summary>
    public required int Attempt { get; init; }

    /// <summary>What it counted before.</summary>
    public required double Before { get; init; }

    /// <summary>What it counts after.</summary>
    public required double After { get; init; }

    /// <summary>Why, sentence by sentence, and the cells that change: JSON, in the form that the API answers.</summary>
    public required string Details { get; init; }
}
