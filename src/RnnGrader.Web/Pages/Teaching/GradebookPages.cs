using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>The gradebook of an assignment.</summary>
internal static class GradebookPages
{
    public static void MapGradebookPages(this IEndpointRouteBuilder pages) => pages.MapGet("/teach/assignments/{id}/gradebook", ShowAsync).Is(Act.SeeGrades);

    private static async Task<IResult> ShowAsync(string id, string? group, string? cursor, Visit visit, GradebookReader gradebook, DeliveryDesk desk, StoreContext store, CancellationToken cancellationToken)
    {
        // As many as the API's pages have at most: a class of 500 is five pages.
        if (!Paging.TryRead($"{Paging.MaxLimit}", cursor, out var paging, out var problem))
        {
            return PageResults.Refused(problem);
        }

        var chosen = string.IsNullOrEmpty(group) ? null : group;
        var page = await gradebook.PageAsync(visit.Course, visit.Id, chosen, paging, cancellationToken);
        return PageResults.Show<GradebookSheet>(new
        {
            View = new GradebookView
            {
                Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
                Page = page,
                Scores = await desk.ScoresAsync(visit.Id, [.. page.Items.Select(row => Ids.Read(row.Person)!.Value)], cancellationToken),
                Group = chosen,
                IsLater = cursor is not null,
            },
        });
    }
}
