using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.Links;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Webhooks;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>Reads what the page of a course's connections shows.</summary>
internal sealed class ConnectionsReader(StoreContext store, LmsConnection lms, WebhookEditing webhooks, DeliveryDesk desk)
{
    public async Task<ConnectionsView> ReadAsync(Visit visit, ConnectionsNews news, DeliveryState? state, Paging paging, bool isLater, CancellationToken cancellationToken) => new()
    {
        Frame = await CourseFrame.OfAsync(store, visit, cancellationToken),
        Lms = await lms.ListAsync(visit.Course, cancellationToken),
        Webhooks = await webhooks.ListAsync(visit.Course, cancellationToken),
        Deliveries = await desk.PageAsync(visit.Course, state, paging, cancellationToken),
        Titles = (await store.Assignments.Where(a => a.CourseId == visit.Course).Select(a => new { a.Id, a.Title }).ToListAsync(cancellationToken)).ToDictionary(a => Ids.Write(a.Id), a => a.Title),
        State = state,
        IsLater = isLater,
        News = news,
    };
}
