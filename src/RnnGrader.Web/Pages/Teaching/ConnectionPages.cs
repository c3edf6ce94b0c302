using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.Links;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Platforms and webhooks of a course, and what has arrived there.</summary>
internal static class ConnectionPages
{
    public static void MapConnectionPages(this IEndpointRouteBuilder pages)
    {
        var course = pages.MapGroup("/teach/courses/{id}/connections");
        course.MapGet("", ShowAsync).Is(Act.SeeConnections);
        course.MapPost("/roster", ReadRosterAsync).Is(Act.ManageConnections);
        course.MapPost("/test", TestAsync).Is(Act.ManageConnections);
        course.MapPost("/code", MakeCodeAsync).Is(Act.ManageConnections);
        course.MapPost("/link", LinkAsync).Is(Act.ManageConnections);
        course.MapPost("/webhooks", MakeWebhookAsync).Is(Act.ManageConnections);
        course.MapPost("/webhooks/{webhook}", RemoveWebhookAsync).Is(Act.ManageConnections);
        course.MapPost("/again", AllAgainAsync).Is(Act.ManageConnections);
        course.MapGet("/deliveries/{delivery}", ShowDeliveryAsync).Is(Act.SeeConnections);
        course.MapPost("/deliveries/{delivery}", AgainAsync).Is(Act.ManageConnections);
    }

    private static async Task<IResult> ShowAsync(string id, string? state, string? cursor, Visit visit, ConnectionsReader reader, CancellationToken cancellationToken) =>
        !DeliveryStates.TryRead(state, out var wanted) ? Connections(id)
        : Paging.TryRead(null, cursor, out var paging, out var problem) ? await PageAsync(visit, reader, new(), cancellationToken, wanted, paging, cursor is not null)
        : PageResults.Refused(problem);

    private static async Task<IResult> ReadRosterAsync(string id, IFormCollection form, Visit visit, LmsConnection lms, CancellationToken cancellationToken)
    {
        await lms.ReadRostersAsync(visit.Course, cancellationToken);
        return Connections(id);
    }

    private static async Task<IResult> TestAsync(string id, IFormCollection form, Visit visit, LmsConnection lms, ConnectionsReader reader, CancellationToken cancellationToken) =>
        await PageAsync(visit, reader, new() { Tested = await lms.TestAsync(visit.Course, cancellationToken) }, cancellationToken);

    private static Task<IResult> MakeCodeAsync(string id, IFormCollection form, Visit visit, LmsConnection lms, ConnectionsReader reader, CancellationToken cancellationToken) =>
        PageAsync(visit, reader, new() { Code = lms.Code(visit.Course) }, cancellationToken);

    private static async Task<IResult> LinkAsync(string id, IFormCollection form, Visit visit, LmsConnection lms, ConnectionsReader reader, CancellationToken cancellationToken) => await PageAsync(
        visit, reader, await lms.LinkAsync(visit, form.Text("code"), cancellationToken) is { } linked ? new() { Moved = linked.Moved.Count } : new() { Objections = [Texts.LmsNoCode] }, cancellationToken);

    private static async Task<IResult> MakeWebhookAsync(
        string id, IFormCollection form, HttpRequest request, IValidator<WebhookRequest> rules, Visit visit, WebhookEditing webhooks, ConnectionsReader reader, CancellationToken cancellationToken)
    {
        var (wanted, problems) = (new WebhookRequest(form.Text("url"), form.Text("secret"), [.. form["events"].OfType<string>()]), new List<string>());
        rules.Check(wanted, problems);
        if (problems.Count > 0)
        {
            return await PageAsync(visit, reader, new() { Objections = problems, TypedUrl = wanted.Url }, cancellationToken);
        }

        await webhooks.MakeAsync(visit, wanted, form.Identity(request, visit), cancellationToken);
        return Connections(id);
    }

    private static async Task<IResult> RemoveWebhookAsync(string id, string webhook, IFormCollection form, Visit visit, WebhookEditing webhooks, CancellationToken cancellationToken)
    {
        await webhooks.RemoveAsync(visit, webhook, cancellationToken);
        return Connections(id);
    }

    private static async Task<IResult> AllAgainAsync(string id, IFormCollection form, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken)
    {
        if (DeliveryStates.TryRead(form.Text("state"), out var state))
        {
            await desk.AllAgainAsync(visit, state, cancellationToken);
        }

        return Connections(id);
    }

    private static async Task<IResult> ShowDeliveryAsync(string id, string delivery, Visit visit, DeliveryDesk desk, StoreContext store, CancellationToken cancellationToken) =>
        await desk.FindAsync(visit.Course, delivery, cancellationToken) is not { } found
            ? PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "This course has no such delivery."))
            : PageResults.Show<DeliverySheet>(new
            {
                View = new DeliveryView
                {
                    Frame = await CourseFrame.OfAsync(store, visit, cancellationToken),
                    Delivery = found,
                    Log = await desk.LogAsync(visit.Course, delivery, cancellationToken),
                },
            });

    private static async Task<IResult> AgainAsync(string id, string delivery, IFormCollection form, Visit visit, DeliveryDesk desk, CancellationToken cancellationToken)
    {
        await desk.AgainAsync(visit, delivery, cancellationToken);
        return TypedResults.Redirect($"/teach/courses/{id}/connections/deliveries/{delivery}");
    }

    private static async Task<IResult> PageAsync(
        Visit visit, ConnectionsReader reader, ConnectionsNews news, CancellationToken cancellationToken, DeliveryState? state = null, Paging? paging = null, bool isLater = false) =>
        PageResults.Show<ConnectionsPage>(new { View = await reader.ReadAsync(visit, news, state, paging ?? Paging.First, isLater, cancellationToken) });

    private static RedirectHttpResult Connections(string id) => TypedResults.Redirect($"/teach/courses/{id}/connections");
}
