using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Exercises;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Statistics;

namespace RnnGrader.Web.Pages.Teaching;

/// <summary>How a class did: at each exercise, and in each cell of one.</summary>
internal static class StatisticsPages
{
    private const int MostBars = 10;

    public static void MapStatisticsPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/assignments/{id}/statistics", ShowAsync).Is(Act.SeeGrades);
        pages.MapGet("/teach/assignments/{id}/items/{item}", ShowItemAsync).Is(Act.SeeGrades);
    }

    private static async Task<IResult> ShowAsync(string id, Visit visit, StatisticsReader statistics, StoreContext store, CancellationToken cancellationToken)
    {
        var counts = await store.Standings.Where(s => s.AssignmentId == visit.Id && s.Attempts > 0).GroupBy(s => new { s.ItemId, s.Attempts })
            .Select(group => new { group.Key.ItemId, group.Key.Attempts, Students = group.Count() }).ToListAsync(cancellationToken);
        return PageResults.Show<StatisticsSheet>(new
        {
            View = new StatisticsView
            {
                Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
                Items = await statistics.ReadAsync(visit.Id, cancellationToken),
                Attempts = counts.GroupBy(count => Ids.Write(count.ItemId)).ToDictionary(item => item.Key, item => Bars(item.Select(count => (count.Attempts, count.Students)))),
            },
        });
    }

    private static async Task<IResult> ShowItemAsync(string id, string item, Visit visit, StatisticsReader statistics, StoreContext store, CancellationToken cancellationToken)
    {
        var frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken);
        if (frame.Item(Ids.Read(item)) is not { } shown || Catalogue.Find(shown.Exercise) is not { } exercise
            || Settings.Read(exercise, shown.Parameters, new Problems()) is not { } settings || await statistics.ReadAsync(visit.Id, Ids.Read(item)!.Value, cancellationToken) is not { } found)
        {
            return PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such item."));
        }

        return PageResults.Show<ItemSheet>(new { View = new ItemView { Frame = frame, Item = found, Example = exercise.Draw(0, settings), Heat = new(found) } });
    }

    // 1 to 9 times, and as often or more.
    private static IReadOnlyList<(string Label, int Count)> Bars(IEnumerable<(int Attempts, int Students)> counts)
    {
        var known = counts.ToLookup(count => Math.Min(count.Attempts, MostBars), count => count.Students);
        return [.. Enumerable.Range(1, known.Max(count => count.Key)).Select(times => (times.ToString(CultureInfo.InvariantCulture) + (times == MostBars ? "+" : ""), known[times].Sum()))];
    }
}
