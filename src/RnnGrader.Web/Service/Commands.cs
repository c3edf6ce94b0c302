namespace RnnGrader.Web.Service;

internal static class Commands
{
    /// <summary>The first argument is the command; those that begin with a dash are settings.</summary>
    public static Command Read(string[] args) => args.FirstOrDefault() switch
    {
        null => Command.Serve,
        ['-', ..] => Command.Serve,
        "migrate" => Command.Migrate,
        "openapi" => Command.OpenApi,
        "lti" => Command.Lti,
        "demo" => Command.Demo,
        _ => Command.Unknown,
    };
}
