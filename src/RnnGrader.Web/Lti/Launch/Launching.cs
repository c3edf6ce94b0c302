using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.DeepLinking;
using RnnGrader.Web.Lti.Login;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>Makes of a checked launch what it stands for: a person, a course, a membership, a link, and a score that is wanted.</summary>
internal sealed class Launching(StoreContext store, LaunchLog log, DeepLinkTickets tickets, TimeProvider time, IOptions<DeliverySettings> deliveries)
{
    // A lecture hall that opens a new link at once makes the same course from many requests; each that loses reads what the winner made.
    private const int MaxTries = 8;

    /// <param name="registration">The platform.</param>
    /// <param name="state">What its login left.</param>
    /// <param name="launch">What it said, checked.</param>
    /// <param name="keepsSession">Whether the browser brought the login's cookie back, so that it will bring a session's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LtiRefusal">The launch was used before, or its deployment is not let in.</exception>
    public async Task<Landing> TakeAsync(LtiRegistration registration, LoginState state, Launched launch, bool keepsSession, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TakeOnceAsync(registration, state, launch, keepsSession, cancellationToken);
            }
            catch (DbUpdateException error) when (StoreErrors.IsDuplicate(error) && tries < MaxTries)
            {
                store.ChangeTracker.Clear();
                if (await store.LtiNonces.AnyAsync(n => n.Nonce == state.Nonce, cancellationToken))
                {
                    throw new LtiRefusal("nonce_used", "This launch was used before. Open the link in your course again.");
                }
            }
        }
    }

    private async Task<Landing> TakeOnceAsync(LtiRegistration registration, LoginState state, Launched launch, bool keepsSession, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var known = await LaunchRows.ReadAsync(store, registration.Id, launch, cancellationToken);
        store.Add(new LtiNonce { Nonce = state.Nonce, ExpiresAt = state.ExpiresAt + LoginState.Lifetime });
        if (known.Deployment is not { IsPending: false })
        {
            await RefuseDeploymentAsync(registration, known.Deployment, launch, now, cancellationToken);
        }

        log.Accept(registration, launch.Claims);
        LearnOrigin(known.Registration, launch);
        var person = Persons.Take(store, registration, known, launch, now);
        var landing = new LaunchPlace(store, registration, launch, known, person, now, TimeSpan.FromSeconds(deliveries.Value.SettlingSeconds));
        var path = launch.ContextId is null ? LtiEndpoints.NoCoursePath : await landing.FindAsync(cancellationToken);
        await store.SaveChangesAsync(cancellationToken);
        var ticket = launch.Message == TokenChecks.DeepLink ? tickets.Make(registration, launch, landing.Context, landing.Role, person.Id, keepsSession) : null;
        return new(person.Id, ticket is null ? path : $"{LtiEndpoints.DeepLinkPath}?ticket={ticket}", ticket);
    }

    private async Task RefuseDeploymentAsync(LtiRegistration registration, LtiDeployment? known, Launched launch, DateTime now, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            store.Add(new LtiDeployment { RegistrationId = registration.Id, DeploymentId = launch.DeploymentId, IsPending = true, CreatedAt = now });
        }

        await store.SaveChangesAsync(cancellationToken);
        throw new LtiRefusal(
            "deployment_pending",
            $"This tool is installed at {registration.Name} in a place that no administrator of this service has let in yet: deployment '{launch.DeploymentId}'. "
            + "It now waits in the list of deployments; once it is let in, open the link again.");
    }

    // A platform's pages may be on another host than its issuer (Canvas): only verified launches may say so.
    private static void LearnOrigin(LtiRegistration registration, Launched launch)
    {
        var address = launch.Claims.Object(LtiClaims.Lti + "launch_presentation")?.Filled("return_url")
            ?? launch.Claims.Object(LtiClaims.DeepLinking + "deep_linking_settings")?.Filled("deep_link_return_url");
        if (Uri.TryCreate(address, UriKind.Absolute, out var back) && back.Scheme is "https" or "http"
            && back.GetLeftPart(UriPartial.Authority) is var origin && !registration.Origins.Split(' ').Contains(origin))
        {
            registration.Origins = $"{registration.Origins} {origin}".Trim();
        }
    }
}
