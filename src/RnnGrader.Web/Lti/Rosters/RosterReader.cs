using System.Text.Json;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Rosters;

/// <summary>Reads a platform's course to its end (NRPS 2.0), and its groups where it sends them (course groups service 1.0).</summary>
internal sealed class RosterReader(ServiceCalls calls)
{
    private const string MembersType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private const string GroupsType = "application/vnd.ims.lti-gs.v1.contextgroupcontainer+json";
    private const int MostPages = 1000;

    /// <exception cref="OutboundException">A page could not be read.</exception>
    public async Task<IReadOnlyList<RosterMember>> MembersAsync(LtiRegistration registration, LtiContext context, CancellationToken cancellationToken) =>
        [.. (await PagesAsync(registration, context, context.MembersUrl!, MembersType, LtiScopes.Roster, "members", cancellationToken)).Select(Member).OfType<RosterMember>()];

    /// <summary>Names of groups by their ids; none where the platform has no such service.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GroupsAsync(LtiRegistration registration, LtiContext context, CancellationToken cancellationToken)
    {
        if (context.GroupsUrl is null)
        {
            return new Dictionary<string, string>();
        }

        var groups = await PagesAsync(registration, context, context.GroupsUrl, GroupsType, LtiScopes.Groups, "groups", cancellationToken);
        return groups.Where(g => g.Filled("id") is not null && g.Filled("name") is not null).DistinctBy(g => g.Filled("id")).ToDictionary(g => g.Filled("id")!, g => g.Filled("name")!);
    }

    private async Task<List<LtiClaims>> PagesAsync(
        LtiRegistration registration, LtiContext context, string first, string type, string scope, string member, CancellationToken cancellationToken)
    {
        List<LtiClaims> all = [];
        var pages = 0;
        for (var url = first; url is not null; pages++)
        {
            var answer = await calls.SendAsync(registration, context.DeploymentId, scope, HttpMethod.Get, url, type, null, cancellationToken);
            all.AddRange(Items(answer, member));
            url = pages < MostPages ? NextLink.Of(answer, url) : throw new OutboundException($"The platform's list of {member} has no end.", mayPass: false);
        }

        return all;
    }

    private static IEnumerable<LtiClaims> Items(OutboundAnswer answer, string member)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Status == 200 ? answer.Body : "null");
            return [.. json.RootElement.GetProperty(member).EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new LtiClaims(item.Clone()))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new OutboundException($"The platform could not list its {member} ({answer.Status}): {PlatformWords.Of(answer)}", Retrying.MayPass(answer));
        }
    }

    private static RosterMember? Member(LtiClaims member)
    {
        try
        {
            var names = string.Join(' ', new[] { member.Filled("given_name"), member.Filled("family_name") }.OfType<string>());
            return member.Filled("user_id") is not { } subject ? null : new(
                subject, member.Filled("name") ?? (names.Length > 0 ? names : null), member.Filled("email"), RoleMap.Of(member.Texts("roles") ?? []),
                member.Text("status") is null or "Active", [.. (member.Objects("group_enrollments") ?? []).Select(g => g.Filled("group_id")).OfType<string>()]);
        }
        catch (LtiRefusal error)
        {
            throw new OutboundException($"The platform's list of members can't be read. {error.Message}", mayPass: false);
        }
    }
}
