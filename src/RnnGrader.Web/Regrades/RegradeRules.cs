using FluentValidation;
using RnnGrader.Grading;

namespace RnnGrader.Web.Regrades;

internal sealed class RegradeRules : AbstractValidator<RegradeRequest>
{
    public RegradeRules() =>
        RuleFor(request => request.GraderVersion).Must(version => version is null || GradingRules.Versions.Contains(version.Value))
            .OverridePropertyName("graderVersion").WithMessage($"graderVersion must be one of {string.Join(", ", GradingRules.Versions)}.");
}
