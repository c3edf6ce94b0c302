namespace RnnGrader.Exercises;

/// <summary>The workbook's levels; it reserves the last two for later.</summary>
public enum Level
{
    Beginner,
    Intermediate,
    Advanced,
    Expert,
}
