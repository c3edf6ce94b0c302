using FluentValidation;

namespace RnnGrader.Web.Lti.Registering;

internal sealed class DeploymentRules : AbstractValidator<DeploymentRequest>
{
    public DeploymentRules() => RuleFor(d => d.Id).Must(id => id is { Length: >= 1 and <= 255 })
        .OverridePropertyName("id").WithMessage("id must be the platform's deployment_id, 1 to 255 characters.");
}
