using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.People;

namespace RnnGrader.Web.SignIn;

/// <summary>How it is known who calls: programs by a token, people by a cookie that a password or the university's provider gave them.</summary>
internal static class SignInServices
{
    public const int MinPassword = 10;
    public const int MaxPassword = 256;

    private const string Either = "TokenOrCookie";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("rnngrader").PersistKeysToDbContext<StoreContext>();
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Person>(SetRules).AddSignInManager().AddEntityFrameworkStores<StoreContext>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();

        // OWASP's number of rounds for HMAC-SHA512 (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html).
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddScoped<Tokens>().AddScoped<Passwords>().AddScoped<Invitations>().AddScoped<FirstAdministrator>().AddScoped<UniversityPeople>().AddSingleton<Mail>();
        var schemes = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 ? BearerTokens.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, SetCookie)
            .AddCookie(IdentityConstants.ExternalScheme, cookie => SetCookie(cookie, "rnngrader.external", TimeSpan.FromMinutes(10)));
        builder.AddUniversity(schemes);
    }

    // Length, and neither capitals nor signs, as NIST SP 800-63B has it; four different characters keep out 'aaaaaaaaaa'.
    private static void SetRules(IdentityOptions identity)
    {
        identity.Password.RequiredLength = MinPassword;
        identity.Password.RequiredUniqueChars = 4;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        identity.User.AllowedUserNameCharacters = "";
    }

    private static void SetCookie(CookieAuthenticationOptions cookie)
    {
        SetCookie(cookie, "rnngrader", TimeSpan.FromDays(14));
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = CookieCheck.ValidateAsync;
    }

    /// <summary>What all cookies of signing in have in common: the one place to change where pages are shown inside another site's.</summary>
    private static void SetCookie(CookieAuthenticationOptions cookie, string name, TimeSpan lifetime)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Path = "/";
        cookie.CookieManager = new HostCookies();
        cookie.ExpireTimeSpan = lifetime;
        cookie.LoginPath = "/sign-in";
    }
}
