using System.Text.Json;
using FluentValidation;

namespace RnnGrader.Web.Drafts;

internal sealed class DraftRules : AbstractValidator<DraftRequest>
{
    public DraftRules()
    {
        RuleFor(draft => draft.Answers).Must(answers => answers is { ValueKind: JsonValueKind.Object })
            .OverridePropertyName("answers").WithMessage("answers must be an object with a member for each blank that is filled in, such as {\"y_1\": [7, \"3+\"]}.");
        RuleFor(draft => draft.Version).GreaterThanOrEqualTo(0)
            .OverridePropertyName("version").WithMessage("version must be the version that was read, 0 where there was no draft.");
    }
}
