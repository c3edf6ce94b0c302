namespace RnnGrader.Web.Access;

/// <summary>What the `id` in a request's path names, by which a caller's roles are found.</summary>
internal enum Place
{
    /// <summary>Nothing: the whole site.</summary>
    Site,

    /// <summary>A course.</summary>
    Course,

    /// <summary>An assignment, and by it its course.</summary>
    Assignment,

    /// <summary>An instance.</summary>
    Instance,

    /// <summary>A submission.</summary>
    Submission,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An access token.</summary>
    Token,
}
