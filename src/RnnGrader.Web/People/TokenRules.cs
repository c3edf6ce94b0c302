using FluentValidation;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People;

internal sealed class TokenRules : AbstractValidator<TokenRequest>
{
    public TokenRules(TimeProvider time)
    {
        RuleFor(token => token.Person).Must(person => person is null || Ids.Read(person) is not null)
            .OverridePropertyName("person").WithMessage("person must be the id of a person.");
        RuleFor(token => token.Name).Must(TextRules.IsName).OverridePropertyName("name").WithMessage(TextRules.NameSentence);
        RuleFor(token => token.ExpiresAt).Must(at => at is null || at > time.Now())
            .OverridePropertyName("expiresAt").WithMessage("expiresAt must be ahead.");
    }
}
