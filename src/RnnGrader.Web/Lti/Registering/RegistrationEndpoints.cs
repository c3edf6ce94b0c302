using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

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
    private static async Task<Ok<RegistrationAnswer>> PutAsync(Posted<RegistrationRequest> request, Registrations registrations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await registrations.PutAsync(request.Value, cancellationToken));

    /// <summary>Lists the platforms that know this tool, with their deployments.</summary>
    /// <response code="200">All of them.</response>
    private static async Task<Ok<Page<RegistrationAnswer>>> ListAsync(StoreContext store, CancellationToken cancellationToken)
    {
        var rows = await store.LtiRegistrations.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var deployments = await store.LtiDeployments.AsNoTracking().ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<RegistrationAnswer>([.. rows.Select(r => RegistrationAnswer.Of(r, deployments))], null));
    }

    /// <summary>Forgets a platform: its courses are not linked any more. What was worked on stays.</summary>
    /// <param name="registration">Id of the registration.</param>
    /// <response code="204">It is gone.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string registration, StoreContext store, CancellationToken cancellationToken)
    {
        var id = Ids.Read(registration);
        return await store.LtiRegistrations.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken) == 1 ? TypedResults.NoContent() : None();
    }

    /// <summary>Lets a deployment in, whether a launch made it known or not.</summary>
    /// <param name="registration">Id of the registration.</param>
    /// <response code="204">Launches from it are taken.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> AdmitAsync(string registration, Posted<DeploymentRequest> request, StoreContext store, Registrations registrations, CancellationToken cancellationToken)
    {
        if (Ids.Read(registration) is not { } id || !await store.LtiRegistrations.AnyAsync(r => r.Id == id, cancellationToken))
        {
            return None();
        }

        await registrations.AdmitAsync(id, request.Value.Id!, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Makes a link by which a platform can register itself, once, within a week.</summary>
    /// <response code="200">The link, to be pasted where the platform asks for a tool's registration address.</response>
    private static Ok<RegistrationLinkAnswer> Invite(HttpContext http, RegistrationInvitations invitations) =>
        TypedResults.Ok(invitations.Make(http.Request.Origin()));

    /// <summary>The launch log, newest first: what became of launches, without anything that tells who it was.</summary>
    /// <param name="limit">How many at most, 1 to 100. 50 where it is left out.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">A page of the log.</response>
    private static async Task<Results<Ok<Page<LaunchAnswer>>, ProblemHttpResult>> LaunchesAsync(string? limit, string? cursor, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        var rows = await store.LtiLaunches.AsNoTracking().OrderByDescending(l => l.Id).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.Cut(rows).Select(LaunchAnswer.Of));
    }

    private static ProblemHttpResult None() => Problem.Of(StatusCodes.Status404NotFound, "There is no such registration. GET /api/v1/lti/registrations lists them.");
}
