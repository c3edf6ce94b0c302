using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Lti.Registering;

/// <summary>Registers platforms. Used by the command, the API and dynamic registration.</summary>
internal sealed class Registrations(StoreContext store, TimeProvider time)
{
    /// <summary>Makes the registration, or brings the one of the same issuer and client up to date; deployments are only ever added.</summary>
    public async Task<RegistrationAnswer> PutAsync(Visit visit, RegistrationRequest request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return await store.InTransactionAsync(
            async () =>
            {
                var registration = await store.LtiRegistrations.SingleOrDefaultAsync(r => r.Issuer == request.Issuer && r.ClientId == request.ClientId, cancellationToken);
                var known = registration is null ? [] : await store.LtiDeployments.Where(d => d.RegistrationId == registration.Id).ToListAsync(cancellationToken);
                var before = registration is null ? null : RegistrationAnswer.Of(registration, known);
                registration ??= store.Add(New(request, now)).Entity;

                registration.Name = request.Name ?? new Uri(request.AuthorizationEndpoint!).Host;
                registration.AuthorizationEndpoint = request.AuthorizationEndpoint!;
                registration.TokenEndpoint = request.TokenEndpoint;
                registration.TokenAudience = request.TokenAudience;
                registration.KeysUrl = request.KeysUrl!;
                registration.Origins = string.Join(' ', registration.Origins.Split(' ').Append(OriginOf(request.Issuer)).Append(OriginOf(request.AuthorizationEndpoint)).Where(o => o is { Length: > 0 }).Distinct());
                foreach (var id in (request.Deployments ?? []).Distinct())
                {
                    Admit(known, registration.Id, id, now);
                }

                var after = RegistrationAnswer.Of(registration, known);
                if (StoredForm.Write(before) != StoredForm.Write(after))
                {
                    store.Record(visit, now, before is null ? "platform.registered" : "platform.changed", after.Id, before, after);
                }

                await store.SaveChangesAsync(cancellationToken);
                return after;
            },
            cancellationToken);
    }

    /// <summary>The platforms that know this tool, with their deployments.</summary>
    public async Task<IReadOnlyList<RegistrationAnswer>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await store.LtiRegistrations.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var deployments = await store.LtiDeployments.AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(r => RegistrationAnswer.Of(r, deployments))];
    }

    /// <summary>Forgets a platform: its courses are not linked any more. What was worked on stays.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Visit visit, string registration, CancellationToken cancellationToken)
    {
        var id = Ids.Read(registration);
        return await store.InTransactionAsync(
            async () =>
            {
                if (await store.LtiRegistrations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } gone)
                {
                    return false;
                }

                var deployments = await store.LtiDeployments.AsNoTracking().Where(d => d.RegistrationId == id).ToListAsync(cancellationToken);
                await store.LtiRegistrations.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken);
                store.Record(visit, time.Now(), "platform.removed", registration, RegistrationAnswer.Of(gone, deployments), null);
                await store.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Lets a deployment in.</summary>
    /// <returns>Whether there is such a registration.</returns>
    public async Task<bool> AdmitAsync(Visit visit, string registration, string deployment, CancellationToken cancellationToken)
    {
        if (Ids.Read(registration) is not { } id || !await store.LtiRegistrations.AnyAsync(r => r.Id == id, cancellationToken))
        {
            return false;
        }

        var known = await store.LtiDeployments.Where(d => d.RegistrationId == id && d.DeploymentId == deployment).ToListAsync(cancellationToken);
        if (Admit(known, id, deployment, time.Now()))
        {
            store.Record(visit, time.Now(), "deployment.admitted", registration, null, new { deployment });
            await store.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    /// <returns>Whether it was not let in before.</returns>
    private bool Admit(List<LtiDeployment> known, Guid registration, string id, DateTime now)
    {
        if (known.Find(d => d.DeploymentId == id) is { } deployment)
        {
            var waited = deployment.IsPending;
            deployment.IsPending = false;
            return waited;
        }

        known.Add(new() { RegistrationId = registration, DeploymentId = id, IsPending = false, CreatedAt = now });
        store.Add(known[^1]);
        return true;
    }

    private static LtiRegistration New(RegistrationRequest request, DateTime now) => new()
    {
        Id = Ids.New(now),
        Issuer = request.Issuer!,
        ClientId = request.ClientId!,
        Name = "",
        AuthorizationEndpoint = "",
        TokenEndpoint = null,
        TokenAudience = null,
        KeysUrl = "",
        Origins = "",
        CreatedAt = now,
    };

    private static string? OriginOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri.GetLeftPart(UriPartial.Authority) : null;
}
