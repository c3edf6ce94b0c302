using FluentValidation;
using RnnGrader.Web.People;

namespace RnnGrader.Web.Courses;

/// <summary>Rules of a member, posted alone or a line of a roster.</summary>
internal sealed class MemberRules : AbstractValidator<MemberRequest>
{
    public MemberRules()
    {
        RuleFor(member => member.Email).Must(Texts.IsEmail).OverridePropertyName("email").WithMessage(Texts.EmailSentence);
        RuleFor(member => member.Name).Must(Texts.IsName).OverridePropertyName("name").WithMessage(Texts.NameSentence);
        RuleFor(member => member.Role).NotNull().IsInEnum().OverridePropertyName("role").WithMessage("role must be student, assistant or instructor.");
        RuleFor(member => member.Group).Must(group => group is null || Texts.IsText(group, GroupRules.MaxName))
            .OverridePropertyName("group").WithMessage(GroupRules.NameSentence);
    }
}
