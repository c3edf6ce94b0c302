using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RnnGrader.Storage;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Accounts;

/// <summary>Making the first administrator.</summary>
internal static class SetupPages
{
    public static void MapSetup(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/setup", ShowAsync);
        pages.MapPost("/setup", MakeAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FirstAdministrator first, CancellationToken cancellationToken) =>
        await RefusalAsync(context, first, cancellationToken) ?? Page(first, "", "", null);

    private static async Task<IResult> MakeAsync(HttpContext context, IFormCollection form, FirstAdministrator first, SignInManager<Person> signIn, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(context, first, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var (name, email) = (form["name"].ToString(), form["email"].ToString());
        if (!first.Knows(form["token"].ToString()))
        {
            return Page(first, name, email, Texts.SetupTokenWrong);
        }

        if (!TextRules.IsName(name) || !TextRules.IsEmail(email))
        {
            return Page(first, name, email, Texts.SetupNameWrong);
        }

        var (person, problem) = await first.MakeAsync(email, name, form["password"].ToString(), cancellationToken);
        if (person is null)
        {
            return problem is null ? Done() : Page(first, name, email, problem);
        }

        await signIn.SignInAsync(person, isPersistent: true);
        return TypedResults.Redirect("/");
    }

    private static async Task<IResult?> RefusalAsync(HttpContext context, FirstAdministrator first, CancellationToken cancellationToken) =>
        !await first.IsMissingAsync(cancellationToken) ? Done()
        : !first.Admits(context) ? PageResults.Refused(Problem.Of(StatusCodes.Status403Forbidden, Texts.SetupElsewhere))
        : null;

    private static RazorComponentResult<ErrorPage> Done() => PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "This instance has been set up."));

    private static RazorComponentResult<SetupPage> Page(FirstAdministrator first, string name, string email, string? problem) =>
        PageResults.Show<SetupPage>(new { first.NeedsToken, Name = name, Email = email, Problem = problem });
}
