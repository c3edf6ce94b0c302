using RnnGrader.Web.Access;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>`RnnGrader.Web lti …`: what an administrator does at the server.</summary>
internal static class LtiCommands
{
    private const string Usage = """
        RnnGrader.Web lti register --issuer ISS --client-id ID --auth URL --keys URL [--token URL] [--audience AUD] [--name NAME] [--deployment ID]
        RnnGrader.Web lti rotate-key
        """;

    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(this WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        switch (args.ElementAtOrDefault(1))
        {
            case "register":
                return await RegisterAsync(scope.ServiceProvider, args[2..]);
            case "rotate-key":
                var key = await scope.ServiceProvider.GetRequiredService<ToolKeys>().RotateAsync(Visit.OfSite(null), CancellationToken.None);
                Console.WriteLine(FormattableString.Invariant($"The next key {key.Id} is published now and signs from {key.SignsFrom:yyyy-MM-dd'T'HH:mm:ss'Z'} on."));
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task<int> RegisterAsync(IServiceProvider services, string[] args)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        string? One(string name) => given[name].LastOrDefault();
        var request = new RegistrationRequest(One("--issuer"), One("--client-id"), One("--name"), One("--auth"), One("--token"), One("--audience"), One("--keys"), [.. given["--deployment"]]);
        var problems = await services.GetRequiredService<FluentValidation.IValidator<RegistrationRequest>>().ValidateAsync(request);
        if (!problems.IsValid || args.Length % 2 != 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', [.. problems.Errors.Select(error => error.ErrorMessage), Usage]));
            return 2;
        }

        var registered = await services.GetRequiredService<Registrations>().PutAsync(Visit.OfSite(null), request, CancellationToken.None);
        Console.WriteLine($"""
            {registered.Name} is registered as {registered.Id}. Give the platform, with this service's public address before each:
              login initiation  {LtiEndpoints.LoginPath}
              redirection       {LtiEndpoints.LaunchPath}
              target link       {LtiEndpoints.LaunchPath}
              public keys       {LtiEndpoints.KeysPath}
            """);
        return 0;
    }
}
