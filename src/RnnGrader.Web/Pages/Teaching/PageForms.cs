using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>What the pages' forms have in common.</summary>
internal static class PageForms
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>The text of a field without what stands around it; null where there is none.</summary>
    public static string? Text(this IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    public static bool IsTicked(this IFormCollection form, string name) => form[name].Count > 0;

    /// <summary>A number as it is typed, with a point or a comma; null where nothing is. What is no number is said.</summary>
    public static double? Number(string? text, string label, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        problems.Add(Texts.TeachNoNumber.With(label, text));
        return null;
    }

    /// <summary>A whole number; null where nothing is typed. What is none is said.</summary>
    public static int? WholeNumber(string? text, string label, List<string> problems)
    {
        if (Number(text, label, problems) is not { } number)
        {
            return null;
        }

        if (number == Math.Truncate(number) && Math.Abs(number) <= 1_000_000)
        {
            return (int)number;
        }

        problems.Add(Texts.TeachNoWholeNumber.With(label, text));
        return null;
    }

    /// <summary>Percent as a share: 10 is exactly 0.1.</summary>
    public static double? Share(string? text, string label, List<string> problems) =>
        Number(text, label, problems) is { } percent ? Math.Abs(percent) < 1e9 ? (double)((decimal)percent / 100) : percent : null;

    /// <summary>A share in percent.</summary>
    public static string Percent(double? share) => share is { } value ? ((decimal)value * 100).ToString("0.##", CultureInfo.InvariantCulture) : "";

    /// <summary>A number with no more places than it needs.</summary>
    public static string Short(double? number) => number is { } value ? value.ToString("0.###", CultureInfo.InvariantCulture) : "";

    /// <summary>Holds what was sent to the API's rules.</summary>
    public static void Check<T>(this IValidator<T> rules, T value, List<string> problems) => problems.AddRange(rules.Validate(value).Errors.Select(error => error.ErrorMessage));

    /// <summary>A refusal's sentences.</summary>
    public static IReadOnlyList<string> Sentences(this RefusalException refusal) => refusal.Answer.ProblemDetails is HttpValidationProblemDetails invalid
        ? [.. invalid.Errors.SelectMany(error => error.Value.Select(sentence => error.Key.StartsWith("line", StringComparison.Ordinal) ? $"{error.Key}: {sentence}" : sentence))]
        : [refusal.Answer.ProblemDetails.Detail ?? ""];

    /// <summary>The same form sent again, by a double click, is one request; changed and sent again it is another.</summary>
    public static RequestIdentity Identity(this IFormCollection form, HttpRequest request, Visit visit)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', form.Where(field => field.Key != Token).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"))));
        return new(RequestIdentity.ScopeOf(request.Method, request.Path, visit.PersonId), form.Text("key") is null ? null : Convert.ToHexStringLower(hash), hash);
    }
}
