using System.Security.Claims;

namespace RnnGrader.Web.Access;

/// <summary>Who sends a request.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="IsAdministrator">Whether they may do everything.</param>
internal sealed record Caller(Guid PersonId, bool IsAdministrator)
{
    private const string AdministratorClaim = "administrator";
    private const string GuestClaim = "guest";

    /// <summary>Whether it is one of the demo course's people, whom anybody may sign in as.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The caller; null where nobody is signed in.</summary>
    public static Caller? Of(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new(id, principal.HasClaim(AdministratorClaim, "true")) { IsGuest = principal.HasClaim(GuestClaim, "true") } : null;

    /// <summary>The claims that <see cref="Of"/> reads.</summary>
    public static IEnumerable<Claim> Claims(Guid person, bool isAdministrator, bool isGuest = false)
    {
        yield return new(ClaimTypes.NameIdentifier, person.ToString());
        if (isAdministrator)
        {
            yield return new(AdministratorClaim, "true");
        }

        if (isGuest)
        {
            yield return new(GuestClaim, "true");
        }
    }
}
