using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.SignIn;

/// <summary>Inviting people to sign in.</summary>
internal static class InvitationEndpoints
{
    public static IEndpointRouteBuilder MapInvitations(this IEndpointRouteBuilder api)
    {
        api.MapPost("/people/{id}/invitation", InviteAsync).WithTags("People").Is(Act.Invite)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>
    /// Invites a person to set a password: somebody of one's course who does not sign in yet, or for administrators anybody. The link works once, for seven
    /// days; it is sent to the person's address where the service can send mail, and else shown here. A newer one ends it.
    /// </summary>
    /// <param name="id">Id of the person.</param>
    /// <response code="201">The invitation.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of a course of theirs.</response>
    /// <response code="404">There is no such person, or none that you may see.</response>
    /// <response code="409">They sign in already, or their work elsewhere is not yours to open.</response>
    private static async Task<Created<InvitationAnswer>> InviteAsync(string id, HttpRequest request, Visit visit, Invitations invitations, CancellationToken cancellationToken) =>
        TypedResults.Created((string?)null, await invitations.InviteAsync(visit, $"{request.Scheme}://{request.Host}", cancellationToken));
}
