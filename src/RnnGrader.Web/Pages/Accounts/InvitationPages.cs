using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using RnnGrader.Storage;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Accounts;

/// <summary>Accepting an invitation.</summary>
internal static class InvitationPages
{
    public static void MapInvitationPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/invitation/{secret}", ShowAsync);
        pages.MapPost("/invitation/{secret}", AcceptAsync);
    }

    private static async Task<IResult> ShowAsync(string secret, Invitations invitations, CancellationToken cancellationToken) =>
        await invitations.FindAsync(secret, cancellationToken) is { } person ? Page(secret, person, null) : Gone();

    private static async Task<IResult> AcceptAsync(string secret, IFormCollection form, Invitations invitations, SignInManager<Person> signIn, CancellationToken cancellationToken)
    {
        var (person, problem) = await invitations.AcceptAsync(secret, form["password"].ToString(), cancellationToken);
        if (person is not null)
        {
            await signIn.SignInAsync(person, isPersistent: true);
            return TypedResults.Redirect("/home");
        }

        return problem is not null && await invitations.FindAsync(secret, cancellationToken) is { } invited ? Page(secret, invited, problem) : Gone();
    }

    private static RazorComponentResult<InvitationPage> Page(string secret, Person person, string? problem) =>
        PageResults.Show<InvitationPage>(new { Secret = secret, person.Name, person.Email, Problem = problem });

    private static RazorComponentResult<ErrorPage> Gone() => PageResults.Refused(Problem.Of(StatusCodes.Status410Gone, Texts.InvitationGone));
}
