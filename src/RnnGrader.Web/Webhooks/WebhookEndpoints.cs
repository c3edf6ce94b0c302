using Microsoft.AspNetCore.Http.HttpResults;
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
    private static async Task<Created<WebhookAnswer>> MakeAsync(string id, Posted<WebhookRequest> request, Visit visit, WebhookEditing webhooks, CancellationToken cancellationToken)
    {
        var made = await webhooks.MakeAsync(visit, request.Value, request.Repeats, cancellationToken);
        return TypedResults.Created($"{Api.Base}/courses/{id}/webhooks/{made.Id}", made);
    }

    /// <summary>Lists the webhooks of the course.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">All of them.</response>
    private static async Task<Ok<Page<WebhookAnswer>>> ListAsync(string id, Visit visit, WebhookEditing webhooks, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<WebhookAnswer>(await webhooks.ListAsync(visit.Course, cancellationToken), null));

    /// <summary>Tells an address nothing more, not even what waits for it.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="webhook">Id of the webhook.</param>
    /// <response code="204">It is gone.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, string webhook, Visit visit, WebhookEditing webhooks, CancellationToken cancellationToken) =>
        await webhooks.RemoveAsync(visit, webhook, cancellationToken) ? TypedResults.NoContent() : Problem.Of(StatusCodes.Status404NotFound, "This course has no such webhook.");
}
