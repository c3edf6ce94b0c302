using FluentValidation;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Registering;

internal sealed class RegistrationRules : AbstractValidator<RegistrationRequest>
{
    private const int MaxText = 255;

    public RegistrationRules(OutboundHttp http)
    {
        RuleFor(r => r.Issuer).Must(IsText).OverridePropertyName("issuer").WithMessage("issuer must be the platform's iss, to the letter, such as \"https://moodle.example.org\".");
        RuleFor(r => r.ClientId).Must(IsText).OverridePropertyName("clientId").WithMessage("clientId must be what the platform calls this tool.");
        RuleFor(r => r.Name).Must(name => name is null || IsText(name)).OverridePropertyName("name").WithMessage("name must be text of 1 to 255 characters.");
        RuleFor(r => r.AuthorizationEndpoint).Must(url => http.Refusal(url) is null).OverridePropertyName("authorizationEndpoint").WithMessage(r => http.Refusal(r.AuthorizationEndpoint));
        RuleFor(r => r.KeysUrl).Must(url => http.Refusal(url) is null).OverridePropertyName("keysUrl").WithMessage(r => http.Refusal(r.KeysUrl));
        RuleFor(r => r.TokenEndpoint).Must(url => url is null || http.Refusal(url) is null).OverridePropertyName("tokenEndpoint").WithMessage(r => http.Refusal(r.TokenEndpoint));
        RuleForEach(r => r.Deployments).Must(IsText).OverridePropertyName("deployments").WithMessage("A deployment must be text of 1 to 255 characters.");
    }

    private static bool IsText(string? text) => text is { Length: >= 1 and <= MaxText } && !string.IsNullOrWhiteSpace(text);
}
