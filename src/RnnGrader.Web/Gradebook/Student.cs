namespace RnnGrader.Web.Gradebook;

/// <summary>A student of a course, as a row of the gradebook names them.</summary>
internal sealed class Student
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required string? Group { get; init; }
}
