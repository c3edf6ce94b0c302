using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Pages;
using RnnGrader.Web.Pages.Lms;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Links;

/// <summary>What a link opens as long as nobody has chosen, or where what it names belongs to another course: its course's instructor chooses here.</summary>
internal static class LinkPages
{
    /// <summary>The choice of a copy of what the link names elsewhere.</summary>
    public const string Copy = "copy";

    public static void MapLinkPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/lti/links/{link}", ShowAsync);
        routes.MapPost("/lti/links/{link}", ChooseAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(string link, HttpContext http, StoreContext store, CancellationToken cancellationToken)
    {
        if (await FindAsync(link, http, store, cancellationToken) is not { } found)
        {
            return Nowhere(http);
        }

        if (found.Role == CourseRole.Student)
        {
            return FramePages.Notice(http, Texts.FrameNotReady, Texts.FrameNotReadyText, found.Origins);
        }

        var view = new LinkChoiceView
        {
            Course = $"/teach/courses/{Ids.Write(found.Link.CourseId)}",
            Assignments = await store.Assignments.Where(a => a.CourseId == found.Link.CourseId && a.ArchivedAt == null).OrderBy(a => a.Title).ToListAsync(cancellationToken),
            Foreign = found.Foreign?.Title,
        };
        return FramePages.Show<LinkChoicePage>(http, new { View = view }, found.Origins);
    }

    private static async Task<IResult> ChooseAsync(string link, HttpContext http, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        if (await FindAsync(link, http, store, cancellationToken) is not { Role: CourseRole.Instructor } found)
        {
            return Nowhere(http);
        }

        var (now, wanted) = (time.Now(), form["assignment"].ToString());
        var chosen = wanted == Copy && found.Foreign is { } foreign ? CopyOf(store, foreign, found.Link.CourseId, now)
            : Ids.Read(wanted) is { } id ? await store.Assignments.SingleOrDefaultAsync(a => a.Id == id && a.CourseId == found.Link.CourseId, cancellationToken) : null;
        if (chosen is null)
        {
            return TypedResults.LocalRedirect($"/lti/links/{link}");
        }

        store.Attach(found.Link);
        (found.Link.AssignmentId, found.Link.IsChosen) = (chosen.Id, true);
        foreach (var delivery in await store.Deliveries.Where(d => d.TargetId == found.Link.Id).ToListAsync(cancellationToken))
        {
            delivery.AssignmentId = chosen.Id;
            delivery.WantAgain(now);
        }

        store.Record(new(Caller.Of(http.User), found.Link.CourseId, found.Link.CourseId, Roles.None), now, "link.chosen", link, null, new { Assignment = Ids.Write(chosen.Id) });
        await store.SaveChangesAsync(cancellationToken);
        return TypedResults.LocalRedirect(LtiEndpoints.ManagePath(chosen.Id));
    }

    private static Assignment CopyOf(StoreContext store, Assignment from, Guid course, DateTime now)
    {
        var copy = AssignmentRow.New(course, now);
        var request = AssignmentRequest.Of(from);
        copy.Set(request with { Items = [.. request.Items!.Select(item => item with { Id = null })] }, now);
        store.Add(copy);
        return copy;
    }

    private static async Task<(LtiLink Link, CourseRole Role, string Origins, Assignment? Foreign)?> FindAsync(string text, HttpContext http, StoreContext store, CancellationToken cancellationToken)
    {
        if (Ids.Read(text) is not { } id || Caller.Of(http.User) is not { } caller)
        {
            return null;
        }

        var found = await (
            from link in store.LtiLinks.AsNoTracking()
            join membership in store.Memberships on link.CourseId equals membership.CourseId
            join registration in store.LtiRegistrations on link.RegistrationId equals registration.Id
            where link.Id == id && membership.PersonId == caller.PersonId && membership.RemovedAt == null
            select new { link, membership.Role, registration.Origins }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var foreign = await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery()
            .SingleOrDefaultAsync(a => a.Id == found.link.AssignmentId && a.CourseId != found.link.CourseId, cancellationToken);
        return (found.link, found.Role, found.Origins, foreign);
    }

    private static RazorComponentResult<NoticePage> Nowhere(HttpContext http) =>
        FramePages.Notice(http, Texts.FrameNothing, Texts.FrameNothingText, null, StatusCodes.Status404NotFound);
}
