using Microsoft.AspNetCore.Http.Extensions;

namespace RnnGrader.Web.Lti;

/// <summary>What a platform's page sent, by query or by form.</summary>
internal static class LtiForm
{
    /// <summary>Each name once; values that are empty, or hold U+0000, which no store keeps, are left out. Anything that is no form is an empty one.</summary>
    public static async Task<Values> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var sent = HttpMethods.IsPost(request.Method) && request.HasFormContentType ? (await request.ReadFormAsync(cancellationToken)).AsEnumerable() : request.Query;
            return new(sent.Where(pair => pair.Value is [{ Length: > 0 } value] && !value.Contains('\0', StringComparison.Ordinal)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal));
        }
        catch (InvalidDataException)
        {
            return new([]);
        }
    }

    /// <summary>Scheme, host and port that this request came to.</summary>
    public static string Origin(this HttpRequest request) => UriHelper.BuildAbsolute(request.Scheme, request.Host).TrimEnd('/');

    internal sealed class Values(Dictionary<string, string?> sent) : List<KeyValuePair<string, string?>>(sent)
    {
        /// <summary>The value; null where it was not sent, or sent twice.</summary>
        public string? this[string name] => sent.GetValueOrDefault(name);
    }
}
