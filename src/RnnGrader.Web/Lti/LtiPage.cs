using System.Security.Cryptography;

namespace RnnGrader.Web.Lti;

/// <summary>A small page that may stand in a platform's frame. It loads nothing, and runs nothing but the script that it is given.</summary>
internal static class LtiPage
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}.small{font-size:.85rem}"
        + "button,.button{font:inherit;padding:.4rem 1rem;display:inline-block}fieldset{margin:1rem 0}label{display:block;padding:.2rem 0}";

    /// <param name="http">The request.</param>
    /// <param name="title">The heading.</param>
    /// <param name="body">HTML, what came from elsewhere encoded.</param>
    /// <param name="origins">Who may frame it besides ourselves, apart by spaces; null for every registered platform.</param>
    /// <param name="status">The status.</param>
    /// <param name="script">JavaScript to run; null for none.</param>
    /// <param name="formTo">Where its forms may lead besides ourselves; null for nowhere.</param>
    public static IResult Show(HttpContext http, string title, string body, string? origins, int status = StatusCodes.Status200OK, string? script = null, string? formTo = null)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        origins ??= http.Response.Headers.ContentSecurityPolicy.ToString().Split(Frames.Own, 2) is [_, var registered] ? registered : null;
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src {(script is null ? "'none'" : $"'nonce-{nonce}'")}; form-action 'self' {formTo}; base-uri 'none'; {Frames.Own} {origins}";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        var run = script is null ? "" : $"""<script nonce="{nonce}">{script}</script>""";
        return TypedResults.Content($"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style nonce="{nonce}">{Style}</style></head>
            <body><main><h1>{title}</h1>{body}</main>{run}</body></html>
            """, "text/html; charset=utf-8", statusCode: status);
    }
}
