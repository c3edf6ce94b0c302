using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Inviting somebody from a table of people.</summary>
internal static class InvitingPages
{
    public static void MapInvitingPages(this IEndpointRouteBuilder pages) => pages.MapPost("/teach/people/{id}/invitation", InviteAsync).Is(Act.Invite);

    // Shown by this answer and not after a redirect: the link is stored nowhere.
    private static async Task<IResult> InviteAsync(
        string id, IFormCollection form, HttpRequest request, Visit visit, Invitations invitations, StoreContext store, CancellationToken cancellationToken)
    {
        var invitation = await invitations.InviteAsync(visit, $"{request.Scheme}://{request.Host}", cancellationToken);
        var name = await store.Users.Where(p => p.Id == visit.Id).Select(p => p.Name).SingleAsync(cancellationToken);
        var back = form.Text("course") is { } course && Ids.Read(course) is not null ? $"/teach/courses/{course}/roster" : "/admin/people";
        return PageResults.Show<InvitedPage>(new { View = new InvitationView { Name = name, Back = back, Invitation = invitation } });
    }
}
