namespace RnnGrader.Web.Access;

/// <summary>What a caller is at the place a request is about. One caller can be several things at once.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Whoever calls, signed in or not.</summary>
    Anyone = 1,

    /// <summary>Whoever is signed in.</summary>
    Person = 2,

    /// <summary>Whoever is signed in and is not, in all their courses, a student or an assistant only.</summary>
    Teacher = 4,

    /// <summary>Whose it is: a student's own instance, one's own account or token; practice belongs to whoever knows its id.</summary>
    Owner = 8,

    /// <summary>A student of the course.</summary>
    Student = 16,

    /// <summary>An assistant of the course.</summary>
    Assistant = 32,

    /// <summary>An instructor of the course.</summary>
    Instructor = 64,

    /// <summary>An administrator of the site.</summary>
    Administrator = 128,

    /// <summary>The demo course's instructor, whom anybody may sign in as: an assistant who changes assignments too, and nothing that reaches beyond the course.</summary>
    Guide = 256,

    /// <summary>Who sees and grades a course's work.</summary>
    Staff = Assistant | Instructor | Administrator,

    /// <summary>Who runs a course.</summary>
    Runners = Instructor | Administrator,

    /// <summary>Who sets a course's work.</summary>
    Setters = Runners | Guide,

    /// <summary>Who belongs to a course, or may see all.</summary>
    Members = Student | Staff,
}
