using System.Text.Json;
using FluentValidation;

namespace RnnGrader.Web.Submissions;

internal sealed class SubmitRules : AbstractValidator<SubmitRequest>
{
    public SubmitRules() =>
        RuleFor(request => request.Answers).Must(answers => answers is { ValueKind: JsonValueKind.Object })
            .OverridePropertyName("answers").WithMessage("answers must be an object with a member for each blank that is filled in, such as {\"y_1\": [7, \"3+4\"]}.");
}
