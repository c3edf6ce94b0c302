using FluentValidation;
using RnnGrader.Web.Access;
using RnnGrader.Web.Lti;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Registering;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>Learning management systems: registering them, letting their deployments in, our keys, and what became of launches.</summary>
internal static class PlatformPages
{
    private const string Address = "/admin/platforms";

    public static void MapPlatformPages(this IEndpointRouteBuilder pages)
    {
        var platforms = pages.MapGroup(Address).Is(Act.ManagePlatforms);
        platforms.MapGet("", (HttpContext http, PlatformsReader reader, CancellationToken cancellationToken) => PageAsync(http, reader, new(), cancellationToken));
        platforms.MapPost("", RegisterAsync);
        platforms.MapPost("/invitation", InviteAsync);
        platforms.MapPost("/keys", RotateAsync);
        platforms.MapPost("/{registration}/deployments", AdmitAsync);
        platforms.MapPost("/{registration}/removal", RemoveAsync);
        pages.MapGet("/admin/launches", LaunchesAsync).Is(Act.ManagePlatforms);
    }

    private static async Task<IResult> RegisterAsync(
        HttpContext http, IFormCollection form, Visit visit, IValidator<RegistrationRequest> rules, Registrations registrations, PlatformsReader reader, CancellationToken cancellationToken)
    {
        var deployments = (form.Text("deployments") ?? "").Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (platform, problems) = (
            new RegistrationRequest(form.Text("issuer"), form.Text("clientId"), form.Text("name"), form.Text("auth"), form.Text("token"), form.Text("audience"), form.Text("keys"), deployments), new List<string>());
        rules.Check(platform, problems);
        if (problems.Count > 0)
        {
            return await PageAsync(http, reader, new() { Objections = problems, Typed = platform }, cancellationToken);
        }

        await registrations.PutAsync(visit, platform, cancellationToken);
        return TypedResults.Redirect(Address);
    }

    private static Task<IResult> InviteAsync(HttpContext http, IFormCollection form, RegistrationInvitations invitations, PlatformsReader reader, CancellationToken cancellationToken) =>
        PageAsync(http, reader, new() { Link = invitations.Make(http.Request.Origin()) }, cancellationToken);

    private static async Task<IResult> RotateAsync(IFormCollection form, Visit visit, ToolKeys keys, CancellationToken cancellationToken)
    {
        await keys.RotateAsync(visit, cancellationToken);
        return TypedResults.Redirect($"{Address}#keys");
    }

    private static async Task<IResult> AdmitAsync(string registration, IFormCollection form, Visit visit, IValidator<DeploymentRequest> rules, Registrations registrations, CancellationToken cancellationToken)
    {
        // As it was sent: a deployment's name may begin with a space.
        var deployment = new DeploymentRequest(form["deployment"].ToString());
        return (await rules.ValidateAsync(deployment, cancellationToken)).IsValid && await registrations.AdmitAsync(visit, registration, deployment.Id!, cancellationToken)
            ? TypedResults.Redirect(Address)
            : PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "There is no such registration."));
    }

    private static async Task<IResult> RemoveAsync(string registration, IFormCollection form, Visit visit, Registrations registrations, CancellationToken cancellationToken)
    {
        await registrations.RemoveAsync(visit, registration, cancellationToken);
        return TypedResults.Redirect(Address);
    }

    private static async Task<IResult> LaunchesAsync(string? outcome, string? reference, string? cursor, LaunchReader launches, Registrations registrations, CancellationToken cancellationToken) =>
        Paging.TryRead(null, cursor, out var paging, out var problem)
            ? PageResults.Show<LaunchesPage>(new
            {
                View = new LaunchesView
                {
                    Launches = await launches.PageAsync(outcome, reference, paging, cancellationToken),
                    Platforms = (await registrations.ListAsync(cancellationToken)).ToDictionary(r => r.Id, r => r.Name),
                    Outcome = outcome,
                    Reference = reference,
                    IsLater = cursor is not null,
                },
            })
            : PageResults.Refused(problem);

    private static async Task<IResult> PageAsync(HttpContext http, PlatformsReader reader, PlatformsNews news, CancellationToken cancellationToken) =>
        PageResults.Show<PlatformsPage>(new { View = await reader.ReadAsync(http.Request.Origin(), news, cancellationToken) });
}
