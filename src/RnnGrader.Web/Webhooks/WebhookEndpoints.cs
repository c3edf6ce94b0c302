using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Webhooks;

/// <summary>Who is told of what happens in a course.</summary>
internal static class WebhookEndpoints
{
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder api)
    {
        var hooks = api.MapGroup("/courses/{id}/webhooks").WithTags("Connections").Is(Act.ManageConnections).ProducesAccessProblems();
        hooks.MapPost("", MakeAsync).AddEndpointFilter<Validated<WebhookRequest>>().ProducesBodyProblems();
        hooks.MapGet("", ListAsync);
        hooks.MapDelete("/{webhook}", RemoveAsync);
        return api;
    }

    /// <summary>
    /// Has events of the course posted to an address. Each is signed: `X-RnnGrader-Signature: t=1790000000,v1=…`, where `v1` is HMAC-SHA256 by the secret over
    /// `t`, a dot and the body, in hexadecimal. What is not answered 2xx is sent again for days; `X-RnnGrader-Delivery` tells a repetition.
    /// </summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="201">The webhook.</response>
    private static async Task<Created<WebhookAnswer>> MakeAsync(
        string id, Posted<WebhookRequest> request, Visit visit, StoreContext store, WebhookSecrets secrets, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var hook = new Webhook
        {
            Id = Ids.New(now),
            CourseId = visit.Course,
            Url = request.Value.Url!,
            Secret = secrets.Protect(request.Value.Secret!),
            Events = string.Join(' ', (request.Value.Events ?? CourseEvent.Names).Distinct()),
            CreatedAt = now,
        };
        store.Add(hook);
        store.Record(visit, now, "webhook.made", Ids.Write(hook.Id), null, WebhookAnswer.Of(hook));
        var stored = await store.SaveOnceAsync(request.Repeats, hook.Id, now, cancellationToken);
        return TypedResults.Created($"{Api.Base}/courses/{id}/webhooks/{Ids.Write(stored)}", WebhookAnswer.Of(await store.Webhooks.AsNoTracking().SingleAsync(w => w.Id == stored, cancellationToken)));
    }

    /// <summary>Lists the webhooks of the course.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">All of them.</response>
    private static async Task<Ok<Page<WebhookAnswer>>> ListAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<WebhookAnswer>(
            [.. (await store.Webhooks.AsNoTracking().Where(w => w.CourseId == visit.Course && w.RemovedAt == null).OrderBy(w => w.Id).ToListAsync(cancellationToken)).Select(WebhookAnswer.Of)], null));

    /// <summary>Tells an address nothing more, not even what waits for it.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="webhook">Id of the webhook.</param>
    /// <response code="204">It is gone.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, string webhook, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var key = Ids.Read(webhook);
        if (await store.Webhooks.SingleOrDefaultAsync(w => w.Id == key && w.CourseId == visit.Course && w.RemovedAt == null, cancellationToken) is not { } hook)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "This course has no such webhook.");
        }

        hook.RemovedAt = time.Now();
        store.Record(visit, time.Now(), "webhook.removed", webhook, WebhookAnswer.Of(hook), null);
        await store.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
