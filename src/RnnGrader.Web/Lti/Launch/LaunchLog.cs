using System.Text.Json;
using RnnGrader.Storage;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>Writes what became of launches, without anything that tells who it was.</summary>
internal sealed class LaunchLog(StoreContext store, TimeProvider time)
{
    public const string Accepted = "accepted";

    /// <summary>What a person reads out to whoever runs the service.</summary>
    public static string Reference(Guid launch) => Ids.Write(launch)[^10..].ToUpperInvariant();

    /// <summary>Adds the line of an accepted launch, which is stored with whatever is saved next.</summary>
    public void Accept(LtiRegistration registration, LtiClaims claims) => store.Add(Line(registration, Accepted, null, claims));

    /// <summary>Stores why a launch was refused, and answers a page that says so.</summary>
    public async Task<IResult> RefuseAsync(HttpContext http, LtiRefusal refusal, LtiRegistration? registration, LtiClaims? claims, CancellationToken cancellationToken)
    {
        var line = Line(registration, refusal.Code, refusal.Message, claims);
        store.ChangeTracker.Clear();
        store.Add(line);
        await store.SaveChangesAsync(cancellationToken);
        return FramePages.Refused(http, refusal, Reference(line.Id), registration);
    }

    private LtiLaunch Line(LtiRegistration? registration, string outcome, string? detail, LtiClaims? claims)
    {
        var now = time.Now();
        return new()
        {
            Id = Ids.New(now),
            At = now,
            RegistrationId = registration?.Id,
            Outcome = outcome,
            Detail = detail,
            Skew = Try(() => claims?.Seconds("iat") - (now - DateTime.UnixEpoch).TotalSeconds),
            Claims = claims is { } known ? JsonSerializer.Serialize(Impersonal(known)) : null,
        };
    }

    // Names of all claims, and the values of those that are about the platform, the course and the link.
    private static Dictionary<string, object?> Impersonal(LtiClaims claims) => new()
    {
        ["claims"] = claims.Names.Order(StringComparer.Ordinal).ToList(),
        ["iss"] = Try(() => claims.Text("iss")),
        ["aud"] = Try(() => claims.OneOrMore("aud")),
        ["azp"] = Try(() => claims.Text("azp")),
        ["iat"] = Try(() => claims.Seconds("iat")),
        ["exp"] = Try(() => claims.Seconds("exp")),
        ["version"] = Try(() => claims.Text(LtiClaims.Lti + "version")),
        ["message_type"] = Try(() => claims.Text(LtiClaims.Lti + "message_type")),
        ["deployment_id"] = Try(() => claims.Text(LtiClaims.Lti + "deployment_id")),
        ["target_link_uri"] = Try(() => claims.Text(LtiClaims.Lti + "target_link_uri")),
        ["context"] = Try(() => claims.Object(LtiClaims.Lti + "context")?.Text("id")),
        ["resource_link"] = Try(() => claims.Object(LtiClaims.Lti + "resource_link")?.Text("id")),
        ["roles"] = Try(() => claims.Texts(LtiClaims.Lti + "roles")),
    };

    private static T? Try<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (LtiRefusal)
        {
            return default;
        }
    }
}
