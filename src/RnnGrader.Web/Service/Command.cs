namespace RnnGrader.Web.Service;

/// <summary>What the program was started to do.</summary>
internal enum Command
{
    /// <summary>Listen and answer.</summary>
    Serve,

    /// <summary>Bring the database up to date and exit.</summary>
    Migrate,

    /// <summary>Print the OpenAPI document and exit.</summary>
    OpenApi,

    /// <summary>Register a platform, or rotate this tool's key, and exit.</summary>
    Lti,

    /// <summary>Make a course to look around in and exit.</summary>
    Demo,

    /// <summary>Nothing known.</summary>
    Unknown,
}
