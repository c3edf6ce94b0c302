using FluentValidation;

namespace RnnGrader.Web.Overrides;

internal sealed class OverrideRules : AbstractValidator<OverrideRequest>
{
    public OverrideRules()
    {
        RuleFor(set => set.Score).NotNull().InclusiveBetween(0, 1)
            .OverridePropertyName("score").WithMessage("score must be a number from 0 to 1.");
        RuleFor(set => set.Reason).Must(reason => reason?.Trim().Length is >= 1 and <= 1000)
            .OverridePropertyName("reason").WithMessage("reason must say why, in 1 to 1000 characters.");
    }
}
