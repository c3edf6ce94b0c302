using Microsoft.AspNetCore.DataProtection;
using RnnGrader.Storage;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Requests;
using RnnGrader.Web.SignIn;

namespace RnnGrader.Web.Lti.Launch;

/// <summary>
/// Takes a launch that passed every check out of a frame whose cookies the browser throws away, into a window of its own: by a link that is good for ten minutes
/// and for once, and that no page of another site can make a browser follow.
/// </summary>
internal static class LandingTickets
{
    private const string Purpose = "RnnGrader.Lti.Landing";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static string Link(IDataProtectionProvider protection, Landing landing, DateTime now) =>
        $"{LtiEndpoints.WindowPath}?ticket={protection.Seal(Purpose, new Ticket(Guid.NewGuid(), landing), now + Lifetime)}";

    public static async Task<IResult> GoAsync(HttpContext http, string? ticket, IDataProtectionProvider protection, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var read = SameSite.IsForeign(http.Request) ? null : protection.Unseal<Ticket>(Purpose, ticket, time.Now());
        return read is not null && await store.UseUpAsync($"landing-{read.Id:N}", time.Now() + Lifetime, cancellationToken)
            ? await read.Landing.GoAsync(http)
            : FramePages.Notice(http, Texts.FrameUsed, Texts.FrameUsedText, null, StatusCodes.Status401Unauthorized);
    }

    private sealed record Ticket(Guid Id, Landing Landing);
}
