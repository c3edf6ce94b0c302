using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People;

/// <summary>An access token.</summary>
/// <param name="Id">Id, by which it is revoked.</param>
/// <param name="Person">Whom it stands for.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">What it can do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it is good; absent: until it is revoked.</param>
/// <param name="RevokedAt">Since when it is good no more; absent where it was not revoked.</param>
/// <param name="Token">The token itself, shown by the request that makes it and never after.</param>
internal sealed record TokenAnswer(
    string Id, string Person, string Name, TokenRole Role, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? RevokedAt, string? Token = null)
{
    public static TokenAnswer Of(AccessToken token, bool isAdministrator) => new(
        Ids.Write(token.Id), Ids.Write(token.PersonId), token.Name, isAdministrator ? TokenRole.Administrator : TokenRole.Person,
        token.CreatedAt, token.ExpiresAt, token.RevokedAt);
}
