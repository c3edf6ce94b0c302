using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>Platforms, their deployments and the launch log, for administrators.</summary>
internal static class RegistrationEndpoints
{
    public static IEndpointRouteBuilder MapLtiRegistrations(this IEndpointRouteBuilder api)
    {
        var lti = api.MapGroup("/lti").WithTags("LMS").Is(Act.ManagePlatforms).ProducesAccessProblems();
        lti.MapPost("/registrations", PutAsync).AddEndpointFilter<Validated<RegistrationRequest>>().ProducesBodyProblems();
        lti.MapGet("/registrations", ListAsync);
        lti.MapDelete("/registrations/{registration}", DeleteAsync);
        lti.MapPost("/registrations/{registration}/deployments", AdmitAsync).AddEndpointFilter<Validated<DeploymentRequest>>().ProducesBodyProblems();
        lti.MapPost("/invitations", Invite);
        lti.MapGet("/launches", LaunchesAsync).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    /// <summary>Registers a platform, or brings the registration of the same issuer and client up to date. Deployments are added and never taken away.</summary>
    /// <response code="200">The registration.</response>
    private static async Task<Ok<RegistrationAnswer>> PutAsync(Posted<RegistrationRequest> request, Visit visit, Registrations registrations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await registrations.PutAsync(visit, request.Value, cancellationToken));

    /// <summary>Lists the platforms that know this tool, with their deployments.</summary>
    /// <response code="200">All of them.</response>
    private static async Task<Ok<Page<RegistrationAnswer>>> ListAsync(Registrations registrations, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<RegistrationAnswer>(await registrations.ListAsync(cancellationToken), null));

    /// <summary>Forgets a platform: its courses are not linked any more. What was worked on stays.</summary>
    /// <param name="registration">Id of the registration.</param>
    /// <response code="204">It is gone.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string registration, Visit visit, Registrations registrations, CancellationToken cancellationToken) =>
        await registrations.RemoveAsync(visit, registration, cancellationToken) ? TypedResults.NoContent() : None();

    /// <summary>Lets a deployment in, whether a launch made it known or not.</summary>
    /// <param name="registration">Id of the registration.</param>
    /// <response code="204">Launches from it are taken.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> AdmitAsync(string registration, Posted<DeploymentRequest> request, Visit visit, Registrations registrations, CancellationToken cancellationToken) =>
        await registrations.AdmitAsync(visit, registration, request.Value.Id!, cancellationToken) ? TypedResults.NoContent() : None();

    /// <summary>Makes a link by which a platform can register itself, once, within a week.</summary>
    /// <response code="200">The link, to be pasted where the platform asks for a tool's registration address.</response>
    private static Ok<RegistrationLinkAnswer> Invite(HttpContext http, RegistrationInvitations invitations) =>
        TypedResults.Ok(invitations.Make(http.Request.Origin()));

    /// <summary>The launch log, newest first: what became of launches, without anything that tells who it was.</summary>
    /// <param name="outcome">Only those of this outcome: `accepted`, `refused` for all that were not, or a code.</param>
    /// <param name="reference">Only the one with this reference.</param>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of the log.</response>
    private static async Task<Results<Ok<Page<LaunchAnswer>>, ProblemHttpResult>> LaunchesAsync(
        string? outcome, string? reference, string? limit, string? cursor, LaunchReader launches, CancellationToken cancellationToken) =>
        Paging.TryRead(limit, cursor, out var paging, out var problem) ? TypedResults.Ok(await launches.PageAsync(outcome, reference, paging, cancellationToken)) : problem;

    private static ProblemHttpResult None() => Problem.Of(StatusCodes.Status404NotFound, "There is no such registration. GET /api/v1/lti/registrations lists them.");
}
