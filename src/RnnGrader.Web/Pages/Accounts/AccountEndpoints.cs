using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Accounts;

/// <summary>One's own account.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/account", (Visit visit, StoreContext store, CancellationToken cancellationToken) => PageAsync(visit, store, null, null, cancellationToken)).Is(Act.SeeMyself);
        pages.MapPost("/account/password", ChangeAsync).Is(Act.SeeMyself);
        pages.MapPost("/account/tokens", MakeAsync).Is(Act.MakeToken);
        pages.MapPost("/account/tokens/{id}", RevokeAsync).Is(Act.RevokeToken);
    }

    private static async Task<IResult> ChangeAsync(IFormCollection form, Visit visit, Passwords passwords, StoreContext store, CancellationToken cancellationToken) =>
        await PageAsync(visit, store, null, await passwords.ChangeAsync(visit.PersonId, form["old"].ToString(), form["password"].ToString()) ?? Texts.AccountPasswordChanged, cancellationToken);

    private static async Task<IResult> MakeAsync(IFormCollection form, Visit visit, Tokens tokens, StoreContext store, CancellationToken cancellationToken)
    {
        var name = form["name"].ToString();
        if (!TextRules.IsName(name))
        {
            return await PageAsync(visit, store, null, Texts.AccountTokenNameWrong, cancellationToken);
        }

        var (_, secret) = await tokens.MakeAsync(visit, visit.PersonId, name, null, RequestIdentity.None, cancellationToken);
        return await PageAsync(visit, store, secret, null, cancellationToken);
    }

    private static async Task<IResult> RevokeAsync(string id, IFormCollection form, Visit visit, Tokens tokens, CancellationToken cancellationToken)
    {
        await tokens.RevokeAsync(visit, cancellationToken);
        return TypedResults.Redirect("/account");
    }

    private static async Task<IResult> PageAsync(Visit visit, StoreContext store, string? secret, string? message, CancellationToken cancellationToken)
    {
        var person = await store.Users.AsNoTracking().SingleAsync(p => p.Id == visit.PersonId, cancellationToken);
        var tokens = await store.AccessTokens.AsNoTracking().Where(t => t.PersonId == visit.PersonId).OrderByDescending(t => t.Id).Take(Paging.MaxLimit).ToListAsync(cancellationToken);
        return PageResults.Show<AccountPage>(new { Person = person, Tokens = (IReadOnlyList<AccessToken>)tokens, MakesTokens = visit.Roles.HasFlag(Roles.Teacher), Secret = secret, Message = message });
    }
}
