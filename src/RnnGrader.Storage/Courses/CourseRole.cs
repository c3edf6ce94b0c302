namespace RnnGrader.Storage;

/// <summary>What somebody is in a course.</summary>
public enum CourseRole
{
    /// <summary>Works on what is published.</summary>
    Student,

    /// <summary>Sees and grades, and changes no assignment.</summary>
    Assistant,

    /// <summary>Does everything in the course.</summary>
    Instructor,
}
