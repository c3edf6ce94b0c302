using System.Security.Claims;

namespace RnnGrader.Web.Access;

/// <summary>Who sends a request.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="IsAdministrator">Whether they may do everything.</param>
internal sealed record Caller(Guid PersonId, bool IsAdministrator)
{
    private const string AdministratorClaim = "administrator";

    /// <summary>The caller; null where nobody is signed in.</summary>
    public static Caller? Of(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new(id, principal.HasClaim(AdministratorClaim, "true")) : null;

    /// <summary>The claims that <see cref="Of"/> reads.</summary>
    public static IEnumerable<Claim> Claims(Guid person, bool isAdministrator)
    {
        yield return new(ClaimTypes.NameIdentifier, person.ToString());
        if (isAdministrator)
        {
            yield return new(AdministratorClaim, "true");
        }
    }
}
