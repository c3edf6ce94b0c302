using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.People;

/// <summary>What programs show to act for a person.</summary>
internal static class TokenEndpoints
{
    public static IEndpointRouteBuilder MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("People").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        tokens.MapPost("", MakeAsync).Is(Act.MakeToken).AddEndpointFilter<Validated<TokenRequest>>().ProducesBodyProblems().ProducesProblem(StatusCodes.Status403Forbidden);
        tokens.MapGet("", ListAsync).Is(Act.SeeTokens).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        tokens.MapDelete("/{id}", RevokeAsync).Is(Act.RevokeToken).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Makes a token. It is shown by this answer alone; a repetition with the same `Idempotency-Key` answers without it.</summary>
    /// <response code="201">The token.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You may make no tokens, or none for this person.</response>
    /// <response code="422">A member has no meaning; `errors` says which.</response>
    private static async Task<Results<Created<TokenAnswer>, ProblemHttpResult>> MakeAsync(
        Posted<TokenRequest> request, Visit visit, Tokens tokens, StoreContext store, CancellationToken cancellationToken)
    {
        var person = request.Value.Person is { } text ? Ids.Read(text)!.Value : visit.PersonId;
        if (person != visit.PersonId && !visit.Caller!.IsAdministrator)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "You can make tokens for yourself alone.");
        }

        if (await store.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) is not { } owner)
        {
            return Problem.Invalid("person", "There is no such person.");
        }

        var (token, secret) = await tokens.MakeAsync(visit, person, request.Value.Name!, request.Value.ExpiresAt, request.Repeats, cancellationToken);
        var answer = TokenAnswer.Of(token, owner.IsAdministrator) with { Token = secret };
        return TypedResults.Created($"{Api.Base}/tokens/{answer.Id}", answer);
    }

    /// <summary>Lists one's own tokens, or for administrators all; the newest first, with those that are good no more.</summary>
    /// <param name="person">For administrators: whose tokens alone.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">The tokens.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">The tokens of others are for administrators.</response>
    /// <response code="422">`person`, `limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<TokenAnswer>>, ProblemHttpResult>> ListAsync(
        string? person, string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        var owner = person is null ? (Guid?)null : Ids.Read(person);
        if (person is not null && owner is null)
        {
            return Problem.Invalid("person", "person must be the id of a person.");
        }

        if (!visit.Caller!.IsAdministrator)
        {
            if (owner is not null && owner != visit.PersonId)
            {
                return Problem.Of(StatusCodes.Status403Forbidden, "You can see your own tokens alone.");
            }

            owner = visit.PersonId;
        }

        var found = await (
            from token in store.AccessTokens.AsNoTracking()
            join holder in store.Users on token.PersonId equals holder.Id
            where owner == null || token.PersonId == owner
            orderby token.Id descending
            select new { Token = token, holder.IsAdministrator }).Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.Cut([.. found.Select(row => TokenAnswer.Of(row.Token, row.IsAdministrator))]));
    }

    /// <summary>Revokes a token: it is good no more from now on, and stays listed.</summary>
    /// <param name="id">Id of the token.</param>
    /// <response code="204">It is revoked, now or before.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="404">There is no such token, or it is not yours.</response>
    private static async Task<NoContent> RevokeAsync(string id, Visit visit, Tokens tokens, CancellationToken cancellationToken)
    {
        await tokens.RevokeAsync(visit, cancellationToken);
        return TypedResults.NoContent();
    }
}
