using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RnnGrader.Storage;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Accounts;

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder pages, bool hasUniversity)
    {
        pages.MapGet("/sign-in", Show);
        pages.MapPost("/sign-in", SignInAsync);
        pages.MapPost("/sign-out", SignOutAsync);
        if (hasUniversity)
        {
            pages.MapGet("/sign-in/university", Leave);
            pages.MapGet("/sign-in/university/done", ComeBackAsync);
        }
    }

    /// <summary>An address of this site, and of no other, whatever a link says; one's own courses where it says none.</summary>
    public static string Local(string? address) => address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/home";

    private static RazorComponentResult<SignInPage> Show(string? @return, string? failed, IConfiguration configuration) => PageResults.Show<SignInPage>(new
    {
        Return = Local(@return),
        Problem = failed is null ? null : Texts.SignInUniversityFailed,
        HasUniversity = configuration.HasUniversity(),
    });

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> SignInAsync(IFormCollection form, Passwords passwords, IConfiguration configuration)
    {
        var (email, address) = (form["email"].ToString(), Local(form["return"]));
        return await passwords.SignInAsync(email, form["password"].ToString())
            ? TypedResults.Redirect(address)
            : PageResults.Show<SignInPage>(new { Return = address, Email = email, Problem = Texts.SignInFailed, HasUniversity = configuration.HasUniversity() });
    }

    // The form is bound for the sake of its token: another site signs nobody out.
    private static async Task<RedirectHttpResult> SignOutAsync(IFormCollection form, SignInManager<Person> signIn)
    {
        await signIn.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.Redirect("/");
    }

    private static ChallengeHttpResult Leave(string? @return) => TypedResults.Challenge(
        new AuthenticationProperties { RedirectUri = $"/sign-in/university/done?return={Uri.EscapeDataString(Local(@return))}" }, [University.SchemeName]);

    private static async Task<RedirectHttpResult> ComeBackAsync(string? @return, HttpContext context, UniversityPeople people, SignInManager<Person> signIn, CancellationToken cancellationToken)
    {
        var found = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (found.Principal is null || University.Read(found.Principal) is not var (subject, email, isVerified, name))
        {
            return TypedResults.Redirect("/sign-in?failed=university");
        }

        await signIn.SignInAsync(await people.FindAsync(subject, email, isVerified, name, cancellationToken), isPersistent: true);
        return TypedResults.Redirect(Local(@return));
    }
}
