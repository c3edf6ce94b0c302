using System.Text;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Webhooks;

/// <summary>Posts one event to one address. Everything but a 2xx is tried again for days, 410 apart: a receiver that is being mended loses nothing.</summary>
internal sealed class WebhookSender(StoreContext store, OutboundHttp http, WebhookSecrets secrets, TimeProvider time)
{
    public async Task<DeliveryResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var hook = await store.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == delivery.TargetId && w.RemovedAt == null, cancellationToken);
        if (hook is null)
        {
            return new(DeliveryOutcome.Refused, Problem: "The webhook was removed.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(delivery.Body!, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-RnnGrader-Event", delivery.Event);
        request.Headers.Add("X-RnnGrader-Delivery", Requests.Ids.Write(delivery.Id));
        request.Headers.Add("X-RnnGrader-Signature", secrets.Sign(hook.Secret, delivery.Body!, time.GetUtcNow()));
        request.Headers.UserAgent.ParseAdd("RnnGrader");
        try
        {
            var answer = await http.SendAsync(request, cancellationToken);
            return answer.Status is >= 200 and < 300 ? new(DeliveryOutcome.Sent, answer.Status)
                : new(answer.Status == 410 ? DeliveryOutcome.Refused : DeliveryOutcome.Again, answer.Status, $"The webhook answered {answer.Status}: {PlatformWords.Of(answer)}", answer.RetryAfter);
        }
        catch (OutboundException error)
        {
            return new(error.MayPass ? DeliveryOutcome.Again : DeliveryOutcome.Refused, Problem: error.Message);
        }
    }
}
