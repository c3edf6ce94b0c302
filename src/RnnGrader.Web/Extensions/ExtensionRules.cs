using FluentValidation;

namespace RnnGrader.Web.Extensions;

internal sealed class ExtensionRules : AbstractValidator<ExtensionRequest>
{
    public ExtensionRules()
    {
        RuleFor(e => e.ClosesAt).Must((e, closes) => !(closes < e.DueAt))
            .OverridePropertyName("closesAt").WithMessage("closesAt must not be before dueAt.");
        RuleFor(e => e.ExtraAttempts).InclusiveBetween(0, 1000)
            .OverridePropertyName("extraAttempts").WithMessage("extraAttempts must be a whole number from 0 to 1000.");
        RuleFor(e => e.Reason).MaximumLength(1000)
            .OverridePropertyName("reason").WithMessage("reason must be text of at most 1000 characters.");
    }
}
