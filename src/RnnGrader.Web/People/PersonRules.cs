using FluentValidation;

namespace RnnGrader.Web.People;

internal sealed class PersonRules : AbstractValidator<PersonRequest>
{
    public PersonRules()
    {
        RuleFor(person => person.Email).Must(Texts.IsEmail).OverridePropertyName("email").WithMessage(Texts.EmailSentence);
        RuleFor(person => person.Name).Must(Texts.IsName).OverridePropertyName("name").WithMessage(Texts.NameSentence);
    }
}
