using System.Text.Json;
using FluentValidation;

namespace RnnGrader.Web.Instances;

internal sealed class DrawRules : AbstractValidator<DrawRequest>
{
    public DrawRules()
    {
        RuleFor(draw => draw.Exercise).Must(exercise => exercise is { ValueKind: JsonValueKind.String })
            .OverridePropertyName("exercise").WithMessage("exercise must be the slug of an exercise, such as \"rnn-step-1\".");
        RuleFor(draw => draw.Seed).Must(seed => seed is null || (seed is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) && value is >= 0 and <= DrawRequest.MaxSeed))
            .OverridePropertyName("seed").WithMessage($"seed must be a whole number from 0 to {DrawRequest.MaxSeed}.");
        RuleFor(draw => draw.Seed).Must((draw, seed) => seed is null || draw.Givens is null)
            .OverridePropertyName("seed").WithMessage("Send seed or givens, not both: a seed draws the numbers, givens set them.");
        RuleFor(draw => draw.Parameters).Must(parameters => parameters is null or { ValueKind: JsonValueKind.Object })
            .OverridePropertyName("parameters").WithMessage("parameters must be an object, such as {\"difficulty\": \"standard\"}.");
        RuleFor(draw => draw.Givens).Must(givens => givens is null or { ValueKind: JsonValueKind.Object })
            .OverridePropertyName("givens").WithMessage("givens must be an object, such as {\"x_1\": [[1], [0], [2]], …}.");
    }
}
