using FluentValidation;

namespace RnnGrader.Web.People;

internal sealed class PersonRules : AbstractValidator<PersonRequest>
{
    public PersonRules()
    {
        RuleFor(person => person.Email).Must(TextRules.IsEmail).OverridePropertyName("email").WithMessage(TextRules.EmailSentence);
        RuleFor(person => person.Name).Must(TextRules.IsName).OverridePropertyName("name").WithMessage(TextRules.NameSentence);
    }
}
