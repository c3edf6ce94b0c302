using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Webhooks;

/// <summary>Makes and removes webhooks. Used by the API and by the pages.</summary>
internal sealed class WebhookEditing(StoreContext store, WebhookSecrets secrets, TimeProvider time)
{
    /// <summary>Those of a course, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<WebhookAnswer>> ListAsync(Guid course, CancellationToken cancellationToken) =>
        [.. (await store.Webhooks.AsNoTracking().Where(w => w.CourseId == course && w.RemovedAt == null).OrderBy(w => w.Id).ToListAsync(cancellationToken)).Select(WebhookAnswer.Of)];

    /// <summary>Makes one, once for one request.</summary>
    public async Task<WebhookAnswer> MakeAsync(Visit visit, WebhookRequest request, RequestIdentity repeats, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var hook = new Webhook
        {
            Id = Ids.New(now),
            CourseId = visit.Course,
            Url = request.Url!,
            Secret = secrets.Protect(request.Secret!),
            Events = string.Join(' ', (request.Events ?? CourseEvent.Names).Distinct()),
            CreatedAt = now,
        };
        store.Add(hook);
        store.Record(visit, now, "webhook.made", Ids.Write(hook.Id), null, WebhookAnswer.Of(hook));
        var stored = await store.SaveOnceAsync(repeats, hook.Id, now, cancellationToken);
        return WebhookAnswer.Of(await store.Webhooks.AsNoTracking().SingleAsync(w => w.Id == stored, cancellationToken));
    }

    /// <returns>Whether the course had such a webhook.</returns>
    public async Task<bool> RemoveAsync(Visit visit, string webhook, CancellationToken cancellationToken)
    {
        var key = Ids.Read(webhook);
        if (await store.Webhooks.SingleOrDefaultAsync(w => w.Id == key && w.CourseId == visit.Course && w.RemovedAt == null, cancellationToken) is not { } hook)
        {
            return false;
        }

        hook.RemovedAt = time.Now();
        store.Record(visit, time.Now(), "webhook.removed", webhook, WebhookAnswer.Of(hook), null);
        await store.SaveChangesAsync(cancellationToken);
        return true;
    }
}
