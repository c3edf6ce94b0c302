using FluentValidation;
using RnnGrader.Storage;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Webhooks;

internal sealed class WebhookRules : AbstractValidator<WebhookRequest>
{
    public WebhookRules(OutboundHttp http)
    {
        RuleFor(w => w.Url).Must(url => http.Refusal(url) is null && url!.Length <= 2000).OverridePropertyName("url").WithMessage(w => http.Refusal(w.Url) ?? "url must be at most 2000 characters long.");
        RuleFor(w => w.Secret).Must(secret => secret is { Length: >= 16 and <= 200 }).OverridePropertyName("secret").WithMessage("secret must be text of 16 to 200 characters.");
        RuleFor(w => w.Events).Must(events => events is null || (events.Count > 0 && events.All(CourseEvent.Names.Contains)))
            .OverridePropertyName("events").WithMessage($"events must be some of {string.Join(", ", CourseEvent.Names)}.");
    }
}
