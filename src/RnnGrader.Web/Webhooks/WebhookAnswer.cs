using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Webhooks;

/// <summary>Who is told of what happens in a course.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Which.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record WebhookAnswer(string Id, string Url, IReadOnlyList<string> Events, DateTime CreatedAt)
{
    public static WebhookAnswer Of(Webhook hook) => new(Ids.Write(hook.Id), hook.Url, hook.Events.Split(' '), hook.CreatedAt);
}
