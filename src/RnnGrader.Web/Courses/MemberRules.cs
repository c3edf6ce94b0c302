using FluentValidation;
using RnnGrader.Web.People;

namespace RnnGrader.Web.Courses;

/// <summary>Rules of a member, posted alone or a line of a roster.</summary>
internal sealed class MemberRules : AbstractValidator<MemberRequest>
{
    public MemberRules()
    {
        RuleFor(member => member.Email).Must(TextRules.IsEmail).OverridePropertyName("email").WithMessage(TextRules.EmailSentence);
        RuleFor(member => member.Name).Must(TextRules.IsName).OverridePropertyName("name").WithMessage(TextRules.NameSentence);
        RuleFor(member => member.Role).NotNull().IsInEnum().OverridePropertyName("role").WithMessage("role must be student, assistant or instructor.");
        RuleFor(member => member.Group).Must(group => group is null || TextRules.IsText(group, GroupRules.MaxName))
            .OverridePropertyName("group").WithMessage(GroupRules.NameSentence);
    }
}
