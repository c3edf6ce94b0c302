using Microsoft.AspNetCore.Http.HttpResults;

namespace RnnGrader.Web.Requests;

/// <summary>Answers of `application/problem+json` (RFC 9457), whatever the client accepts.</summary>
internal static class Problem
{
    /// <summary>A problem with a sentence that says what to change.</summary>
    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    /// <summary>422 with sentences by the path of what is wrong, such as `answers.h_1`.</summary>
    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Unprocessable Entity",
            Type = "https://tools.ietf.org/html/rfc4918#section-11.2",
            Detail = string.Join(' ', errors.SelectMany(e => e.Value).Take(3)),
        });

    /// <summary>409 with sentences by the path of what can't be as it was sent.</summary>
    public static ProblemHttpResult Conflict(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Status = StatusCodes.Status409Conflict,
            Title = "Conflict",
            Type = "https://tools.ietf.org/html/rfc9110#section-15.5.10",
            Detail = string.Join(' ', errors.SelectMany(e => e.Value).Take(3)),
        });

    /// <summary>422 with one sentence.</summary>
    public static ProblemHttpResult Invalid(string path, string sentence) =>
        Invalid(new Dictionary<string, string[]> { [path] = [sentence] });
}
