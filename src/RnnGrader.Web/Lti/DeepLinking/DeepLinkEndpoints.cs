using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Lti.Keys;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.DeepLinking;

/// <summary>The picker: an instructor chooses assignments to link, or makes one on the spot, or nothing; the answer goes back to the platform by a form that sends itself.</summary>
internal static class DeepLinkEndpoints
{
    private const string MakeNew = "new";

    public static void MapDeepLinking(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(LtiEndpoints.DeepLinkPath, ShowAsync);
        routes.MapPost(LtiEndpoints.DeepLinkPath, AnswerAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, StoreContext store, DeepLinkTickets tickets, CancellationToken cancellationToken)
    {
        var text = http.Request.Query["ticket"].ToString();
        if (Ticket(http, tickets, text) is not { } ticket)
        {
            return Lost(http);
        }

        var assignments = await Own(store, ticket).OrderBy(a => a.Title).ToListAsync(cancellationToken);
        var origins = await store.LtiRegistrations.Where(r => r.Id == ticket.RegistrationId).Select(r => r.Origins).SingleAsync(cancellationToken);
        return LtiPage.Show(http, "What should the course link to?", PickerForm.Html(text, ticket, assignments, null), origins);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, StoreContext store, DeepLinkTickets tickets, ToolKeys keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        if (Ticket(http, tickets, form["ticket"].ToString()) is not { } ticket)
        {
            return Lost(http);
        }

        var registration = await store.LtiRegistrations.AsNoTracking().SingleAsync(r => r.Id == ticket.RegistrationId, cancellationToken);
        var own = await Own(store, ticket).ToListAsync(cancellationToken);
        var chosen = form.ContainsKey("cancel") ? [] : own.Where(a => form["assignment"].Contains(Ids.Write(a.Id))).ToList();
        if (!form.ContainsKey("cancel") && form["assignment"].Contains(MakeNew))
        {
            if (PickerForm.Read(form) is not { } request)
            {
                return LtiPage.Show(
                    http, "What should the course link to?", PickerForm.Html(form["ticket"].ToString(), ticket, own, "A new assignment needs a title of up to 200 characters and at least one exercise."),
                    registration.Origins, StatusCodes.Status422UnprocessableEntity);
            }

            chosen.Add(await MakeAsync(store, ticket, request, time.Now(), cancellationToken));
        }

        if (!ticket.AcceptsMany)
        {
            chosen = [.. chosen.TakeLast(1)];
        }

        var jwt = await keys.SignAsync(Claims(registration, ticket, chosen, http.Request.Origin(), time.Now()), cancellationToken);
        return LtiPage.Show(http, "Back to your course", $"""
            <form method="post" action="{LtiPages.Text(ticket.ReturnUrl)}"><input type="hidden" name="JWT" value="{jwt}"><button>Back to your course</button></form>
            """, registration.Origins, script: LtiScripts.Submit, formTo: new Uri(ticket.ReturnUrl).GetLeftPart(UriPartial.Authority));
    }

    private static Dictionary<string, object> Claims(LtiRegistration registration, DeepLinkTicket ticket, List<Assignment> chosen, string origin, DateTime now)
    {
        var seconds = (long)(now - DateTime.UnixEpoch).TotalSeconds;
        var claims = new Dictionary<string, object>
        {
            ["iss"] = registration.ClientId,
            ["aud"] = registration.Issuer,
            ["iat"] = seconds,
            ["exp"] = seconds + 300,
            ["nonce"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(16)),
            [LtiClaims.Lti + "message_type"] = "LtiDeepLinkingResponse",
            [LtiClaims.Lti + "version"] = "1.3.0",
            [LtiClaims.Lti + "deployment_id"] = ticket.DeploymentId,
            [LtiClaims.DeepLinking + "content_items"] = chosen.Select(assignment => ContentItems.Of(assignment, ticket, origin)).ToList(),
        };
        if (ticket.Data is not null)
        {
            claims[LtiClaims.DeepLinking + "data"] = ticket.Data;
        }

        return claims;
    }

    private static async Task<Assignment> MakeAsync(StoreContext store, DeepLinkTicket ticket, AssignmentRequest request, DateTime now, CancellationToken cancellationToken)
    {
        var assignment = AssignmentRow.New(ticket.CourseId, now);
        assignment.Set(request, now);
        store.Add(assignment);
        store.Record(new(new(ticket.PersonId, false), ticket.CourseId, ticket.CourseId, Roles.None), now, "assignment.made", Ids.Write(assignment.Id), null, AssignmentAnswer.Of(assignment));
        await store.SaveChangesAsync(cancellationToken);
        return assignment;
    }

    private static IQueryable<Assignment> Own(StoreContext store, DeepLinkTicket ticket) =>
        store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery().Where(a => a.CourseId == ticket.CourseId && a.ArchivedAt == null);

    private static DeepLinkTicket? Ticket(HttpContext http, DeepLinkTickets tickets, string text) =>
        tickets.Read(text) is { } ticket && Caller.Of(http.User)?.PersonId == ticket.PersonId ? ticket : null;

    private static IResult Lost(HttpContext http) =>
        LtiPage.Show(http, "This choice is over", "<p>It was begun more than two hours ago, or by somebody else. Begin it again in your course.</p>", null, StatusCodes.Status401Unauthorized);
}
