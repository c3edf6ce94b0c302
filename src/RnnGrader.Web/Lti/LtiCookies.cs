namespace RnnGrader.Web.Lti;

internal static class LtiCookies
{
    /// <summary>
    /// Of the cookies set in a third party's iframe Chromium brings back only partitioned ones, and `__Host-` keeps a neighbour's host from setting ours.
    /// http://localhost and http://127.0.0.1 count as secure.
    /// </summary>
    public static CookieOptions Options(TimeSpan? age = null)
    {
        var options = new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.None, Path = "/", MaxAge = age };
        options.Extensions.Add("Partitioned");
        return options;
    }

    public static string Name(string name) => "__Host-" + name;
}
