using RnnGrader.Storage;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Statistics;

/// <summary>Reads statistics off standings and mistakes. Used by the API and by the pages.</summary>
internal sealed class StatisticsReader(StoreContext store, GradebookReader gradebook)
{
    /// <summary>All items of an assignment, in its order.</summary>
    public async Task<IReadOnlyList<ItemStatistics>> ReadAsync(Guid assignment, CancellationToken cancellationToken)
    {
        var columns = await gradebook.ColumnsAsync(assignment, cancellationToken);
        var slices = (await StatisticsQueries.SlicesAsync(store, assignment, cancellationToken)).ToLookup(slice => Ids.Write(slice.ItemId));
        var medians = (await StatisticsQueries.MediansAsync(store, assignment, cancellationToken)).ToDictionary(m => Ids.Write(m.ItemId), m => (double?)m.Seconds);
        var slips = (await StatisticsQueries.SlipsAsync(store, assignment, cancellationToken)).ToLookup(s => Ids.Write(s.ItemId));
        return [.. columns.Select(column => ItemStatistics.Of(column, [.. slices[column.Item]], medians.GetValueOrDefault(column.Item), slips[column.Item]))];
    }

    /// <summary>One item, and where in it things went wrong; null where the assignment has no such item.</summary>
    public async Task<ItemStatistics?> ReadAsync(Guid assignment, Guid item, CancellationToken cancellationToken) =>
        (await ReadAsync(assignment, cancellationToken)).FirstOrDefault(all => all.Item == Ids.Write(item)) is { } found
            ? found with { Cells = CellStatistics.Of(await StatisticsQueries.CellsAsync(store, assignment, item, cancellationToken)) }
            : null;
}
