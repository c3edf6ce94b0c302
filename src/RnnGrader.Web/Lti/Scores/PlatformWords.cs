using System.Net;
using System.Text.RegularExpressions;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>What a platform says is wrong, short enough to be shown. Bodies may be HTML.</summary>
internal static partial class PlatformWords
{
    private const int Most = 300;

    public static string Of(OutboundAnswer answer)
    {
        var text = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(answer.Body, " ")), " ").Trim().Replace("\0", "", StringComparison.Ordinal);
        return text.Length > Most ? text[..Most] + " …" : text.Length > 0 ? text : "it said nothing more.";
    }

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>|<[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
