using FluentValidation;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Courses;
using RnnGrader.Web.People;

namespace RnnGrader.Web.Transfers;

internal sealed class CourseDocumentRules : AbstractValidator<CourseDocument>
{
    private const int Most = 100;

    public CourseDocumentRules()
    {
        RuleFor(course => course.Title).Must(IsText).OverridePropertyName("title").WithMessage(TextSentence("title"));
        RuleFor(course => course.Term).Must(IsText).OverridePropertyName("term").WithMessage(TextSentence("term"));
        RuleFor(course => course.Groups).Must(groups => groups is null || (groups.Count <= Most && groups.All(group => group is not null)))
            .OverridePropertyName("groups").WithMessage($"groups must be an array of at most {Most} objects.");
        RuleFor(course => course.Groups).Must(groups => groups is null || groups.OfType<GroupAnswer>().All(IsGroup))
            .OverridePropertyName("groups").WithMessage($"{GroupRules.NameSentence} Its goal must be a whole number from 0 to {GroupRules.MaxGoal}, or null for no goal.");
        RuleFor(course => course.Groups).Must(groups => groups is null || groups.OfType<GroupAnswer>().Select(group => group.Name).Distinct().Count() == groups.OfType<GroupAnswer>().Count())
            .OverridePropertyName("groups").WithMessage("Each group must be there once.");
        RuleFor(course => course.Assignments).Must(assignments => assignments is null || (assignments.Count <= Most && assignments.All(assignment => assignment is not null)))
            .OverridePropertyName("assignments").WithMessage($"assignments must be an array of at most {Most} objects.");
        RuleForEach(course => course.Assignments).SetValidator(new AssignmentRules()).OverridePropertyName("assignments");
    }

    public static bool IsText(string? text) => TextRules.IsText(text, CourseRules.MaxText);

    public static string TextSentence(string member) => $"{member} must be 1 to {CourseRules.MaxText} characters.";

    private static bool IsGroup(GroupAnswer group) => TextRules.IsText(group.Name, GroupRules.MaxName) && group.Goal is null or (>= 0 and <= GroupRules.MaxGoal);
}
