using FluentValidation;

namespace RnnGrader.Web.Assignments;

internal sealed class AssignmentRules : AbstractValidator<AssignmentRequest>
{
    private const int MostItems = 100;

    public AssignmentRules()
    {
        RuleFor(a => a.Title).Must(title => title?.Trim().Length is >= 1 and <= 200)
            .OverridePropertyName("title").WithMessage("title must be text of 1 to 200 characters.");
        RuleFor(a => a.LatePenaltyPerDay).InclusiveBetween(0, 1)
            .OverridePropertyName("latePenaltyPerDay").WithMessage("latePenaltyPerDay must be a number from 0 to 1.");
        RuleFor(a => a.DueAt).Must((a, due) => !(due <= a.OpensAt))
            .OverridePropertyName("dueAt").WithMessage("dueAt must be later than opensAt.");
        RuleFor(a => a.ClosesAt).Must((a, closes) => !(closes <= a.OpensAt) && !(closes < a.DueAt))
            .OverridePropertyName("closesAt").WithMessage("closesAt must be later than opensAt, and not before dueAt.");
        RuleFor(a => a.Items).Must(items => items is null or { Count: <= MostItems })
            .OverridePropertyName("items").WithMessage($"An assignment has at most {MostItems} items.");
        RuleForEach(a => a.Items).SetValidator(new ItemRules()).OverridePropertyName("items");
    }
}
