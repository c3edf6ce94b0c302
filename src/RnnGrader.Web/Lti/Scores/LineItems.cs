using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>Finds the column of a platform's gradebook, or makes it where nobody else does. Making is never an upsert: ours is looked for first, under a lock.</summary>
internal sealed class LineItems(StoreContext store, ServiceCalls calls, TimeProvider time)
{
    private const string ListType = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private const string ItemType = "application/vnd.ims.lis.v2.lineitem+json";
    private static readonly TimeSpan Lock = TimeSpan.FromSeconds(45);

    /// <returns>The line item's address; null where somebody else is making it now.</returns>
    /// <exception cref="OutboundException">There is none and none can be made.</exception>
    public async Task<string?> FindOrMakeAsync(LtiRegistration registration, LtiLink link, Assignment assignment, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (!await store.InTransactionAsync(
            async () => await store.LtiLinks.Where(l => l.Id == link.Id && (l.LockedUntil == null || l.LockedUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.LockedUntil, now + Lock), cancellationToken) == 1,
            cancellationToken))
        {
            return null;
        }

        string? found = null;
        try
        {
            // Who had the lock before may have found it.
            found = await store.LtiLinks.Where(l => l.Id == link.Id).Select(l => l.LineItemUrl).SingleAsync(cancellationToken)
                ?? await FindAsync(registration, link, assignment.Id, cancellationToken) ?? await MakeAsync(registration, link, assignment, cancellationToken);
            return found;
        }
        finally
        {
            await store.InTransactionAsync(
                () => store.LtiLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(l => l.LockedUntil, (DateTime?)null).SetProperty(l => l.LineItemUrl, l => found ?? l.LineItemUrl), CancellationToken.None),
                CancellationToken.None);
        }
    }

    /// <summary>Ours by its resource id; null where there is none.</summary>
    public async Task<string?> FindAsync(LtiRegistration registration, LtiLink link, Guid assignment, CancellationToken cancellationToken)
    {
        if (link.LineItemsUrl is null)
        {
            return null;
        }

        var resource = Ids.Write(assignment);
        for (var url = ServiceCalls.Below(link.LineItemsUrl, "", $"resource_id={resource}"); url is not null;)
        {
            var answer = await calls.SendAsync(registration, link.DeploymentId, LtiScopes.LineItems, HttpMethod.Get, url, ListType, null, cancellationToken);
            if (answer.Status != 200)
            {
                throw Failed("list its gradebook's columns", answer);
            }

            // A platform that does not know the filter answers all of them.
            if (Items(answer).Where(item => item.Text("resourceId") == resource).Select(item => item.Filled("id")).FirstOrDefault(id => id is not null) is { } found)
            {
                return found;
            }

            url = NextLink.Of(answer, url);
        }

        return null;
    }

    // Nothing is wanted of a link of which the platform says nowhere where its scores go.
    private async Task<string> MakeAsync(LtiRegistration registration, LtiLink link, Assignment assignment, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new
        {
            scoreMaximum = ScorePayload.Maximum(assignment.Items),
            label = assignment.Title,
            resourceId = Ids.Write(assignment.Id),
            tag = ScorePayload.Tag,
            resourceLinkId = link.ResourceLinkId,
        });
        var answer = await calls.SendAsync(registration, link.DeploymentId, LtiScopes.LineItems, HttpMethod.Post, link.LineItemsUrl!, ItemType, (ItemType, body), cancellationToken);
        return answer.Status is 200 or 201 && Read(answer) is { ValueKind: JsonValueKind.Object } made && new LtiClaims(made).Filled("id") is { } id ? id : throw Failed("make a column in its gradebook", answer);
    }

    private static IEnumerable<LtiClaims> Items(OutboundAnswer answer) =>
        Read(answer) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new LtiClaims(item)) : throw Failed("list its gradebook's columns", answer);

    private static JsonElement? Read(OutboundAnswer answer)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(answer.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static OutboundException Failed(string what, OutboundAnswer answer) =>
        new($"The platform could not {what} ({answer.Status}): {PlatformWords.Of(answer)}", Retrying.MayPass(answer));
}
