namespace RnnGrader.Web.Tests.Access;

/// <summary>Who tries.</summary>
public enum Actor
{
    /// <summary>Sends no token.</summary>
    Nobody,

    /// <summary>Whose token has expired, though an instructor's of the course.</summary>
    Expired,

    /// <summary>Whose token was revoked, though an instructor's of the course.</summary>
    Revoked,

    /// <summary>In no course.</summary>
    Newcomer,

    /// <summary>A student of another course.</summary>
    StudentElsewhere,

    /// <summary>An instructor of another course.</summary>
    InstructorElsewhere,

    /// <summary>Another student of the course.</summary>
    Classmate,

    /// <summary>The student whose instance, submission, account and token it is.</summary>
    Student,

    Assistant,
    Instructor,
    Administrator,
}
