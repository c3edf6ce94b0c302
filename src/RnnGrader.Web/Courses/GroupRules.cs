using FluentValidation;

namespace RnnGrader.Web.Courses;

internal sealed class GroupRules : AbstractValidator<GroupRequest>
{
    public const int MaxGoal = 10_000;
    public const int MaxName = 100;

    public static readonly string NameSentence = $"A group's name must be 1 to {MaxName} characters.";

    public GroupRules() => RuleFor(group => group.Goal).Must(goal => goal is null or (>= 0 and <= MaxGoal))
        .OverridePropertyName("goal").WithMessage($"goal must be a whole number from 0 to {MaxGoal}, or null for no goal.");
}
