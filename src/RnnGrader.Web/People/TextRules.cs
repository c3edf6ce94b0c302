using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace RnnGrader.Web.People;

/// <summary>What names and addresses must be, wherever they are typed.</summary>
internal static class TextRules
{
    public const int MaxName = 200;
    public const int MaxEmail = 256;

    public static readonly string NameSentence = $"name must be 1 to {MaxName} characters.";
    public static readonly string EmailSentence = $"email must be an e-mail address such as \"ada@example.org\", of at most {MaxEmail} characters.";

    public static bool IsName([NotNullWhen(true)] string? name) => IsText(name, MaxName);

    /// <summary>Whether it is one line of at most so many characters, and not blank.</summary>
    public static bool IsText([NotNullWhen(true)] string? text, int max) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= max && !text.Any(char.IsControl);

    /// <summary>A bare address: `Ada &lt;ada@example.org&gt;` is none.</summary>
    public static bool IsEmail([NotNullWhen(true)] string? email) =>
        IsText(email, MaxEmail) && !email.Any(char.IsWhiteSpace) && MailAddress.TryCreate(email, out var address) && address.Address == email;
}
