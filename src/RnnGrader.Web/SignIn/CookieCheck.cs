using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Demo;

namespace RnnGrader.Web.SignIn;

/// <summary>
/// Asks with each request whether a cookie is still good: a changed password, a reset and an erasure sign out everywhere at once, on each copy of the
/// service. It is one look-up by primary key.
/// </summary>
internal static class CookieCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var services = cookie.HttpContext.RequestServices;
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var (caller, stamp) = (Caller.Of(cookie.Principal!), cookie.Principal!.FindFirst(stampClaim)?.Value);
        var person = caller is null ? null : await services.GetRequiredService<StoreContext>().Users
            .Where(p => p.Id == caller.PersonId && p.ErasedAt == null)
            .Select(p => new { p.Id, p.IsAdministrator, p.SecurityStamp, p.UserName, p.PasswordHash })
            .SingleOrDefaultAsync(cookie.HttpContext.RequestAborted);
        if (person?.SecurityStamp is null || person.SecurityStamp != stamp)
        {
            cookie.RejectPrincipal();
            await cookie.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        cookie.ReplacePrincipal(PersonClaims.Of(person.Id, person.IsAdministrator, DemoCourse.IsGuest(person.UserName, person.PasswordHash), stampClaim, stamp));
    }
}
