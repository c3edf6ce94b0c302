using System.Net;
using System.Text.RegularExpressions;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>The next page of a platform's list. Link headers were seen with curly quotes and escaped ampersands.</summary>
internal static partial class NextLink
{
    /// <returns>The page's address; null at the end, and where it leads to another host: the token is for this one.</returns>
    public static string? Of(OutboundAnswer answer, string current)
    {
        var link = answer.Headers["Link"].SelectMany(header => Links().Matches(header)).FirstOrDefault(match => Rel().IsMatch(match.Groups[2].Value));
        return link is not null && Uri.TryCreate(new Uri(current), WebUtility.HtmlDecode(link.Groups[1].Value), out var next)
            && next.GetLeftPart(UriPartial.Authority) == new Uri(current).GetLeftPart(UriPartial.Authority) && next.AbsoluteUri != current
            ? next.AbsoluteUri : null;
    }

    [GeneratedRegex("<([^>]*)>([^<]*)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    // What a header's bytes stand for is not always said: a curly quote may arrive as several odd characters.
    [GeneratedRegex("\\brel\\s*=[^a-zA-Z]*next(?![a-zA-Z])", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rel();
}
