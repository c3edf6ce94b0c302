using FluentValidation;
using RnnGrader.Web.People;

namespace RnnGrader.Web.Courses;

internal sealed class CourseRules : AbstractValidator<CourseRequest>
{
    public const int MaxText = 200;

    public CourseRules()
    {
        RuleFor(course => course.Title).Must(IsText).OverridePropertyName("title").WithMessage($"title must be 1 to {MaxText} characters.");
        RuleFor(course => course.Term).Must(IsText).OverridePropertyName("term").WithMessage($"term must be 1 to {MaxText} characters, such as \"Autumn 2026\".");
    }

    private static bool IsText(string? text) => TextRules.IsText(text, MaxText);
}
