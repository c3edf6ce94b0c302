using Microsoft.AspNetCore.Authentication.Cookies;

namespace RnnGrader.Web.SignIn;

/// <summary>
/// Names cookies `__Host-…` where the request came by https, so that no other host of the domain can set them (RFC 6265bis). Browsers take the name
/// only from https, and `dotnet run` serves http.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
