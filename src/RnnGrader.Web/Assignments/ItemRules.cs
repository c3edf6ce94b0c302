using FluentValidation;
using RnnGrader.Exercises;

namespace RnnGrader.Web.Assignments;

internal sealed class ItemRules : AbstractValidator<ItemRequest>
{
    public ItemRules()
    {
        RuleFor(item => item).NotNull().WithMessage("An item must be an object: {…}.");
        RuleFor(item => item.Exercise).Must(slug => slug is not null && Catalogue.Find(slug) is not null)
            .OverridePropertyName("exercise").WithMessage("exercise must be the slug of an exercise. GET /api/v1/exercises lists them.");
        RuleFor(item => item.Points).InclusiveBetween(0, 1000)
            .OverridePropertyName("points").WithMessage("points must be a number from 0 to 1000.");
        RuleFor(item => item.MaxAttempts).InclusiveBetween(1, 1000)
            .OverridePropertyName("maxAttempts").WithMessage("maxAttempts must be a whole number from 1 to 1000, or null for as many as one likes.");
        RuleFor(item => item.CompleteAt).InclusiveBetween(0, 1)
            .OverridePropertyName("completeAt").WithMessage("completeAt must be a score from 0 to 1.");
    }
}
