using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Grading.Solving;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Solving;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>Asks for hints from a page: always the next of a cell.</summary>
internal sealed class Asking(StoreContext store, Help help, TimeProvider time)
{
    /// <summary>Stores that the next hint is shown, after which the page shows it.</summary>
    /// <param name="visit">Who asks, at which instance.</param>
    /// <param name="cell">The blank, the row and the column: <c>h_1,0,0</c>. What is no cell has no hint.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusalException">The assignment gives no hints yet.</exception>
    public async Task NextAsync(Visit visit, string cell, CancellationToken cancellationToken)
    {
        if (await help.NoHintReasonAsync(visit, cancellationToken) is { } reason)
        {
            throw new RefusalException(Problem.Of(StatusCodes.Status403Forbidden, reason));
        }

        if (cell.Split(',') is not [var blank, var first, var second] || Index(first) is not { } row || Index(second) is not { } column)
        {
            return;
        }

        var shown = await store.HintUses.Where(h => h.InstanceId == visit.Id && h.Blank == blank && h.Row == row && h.Column == column).MaxAsync(h => (int?)h.Level, cancellationToken);
        var level = Math.Min((shown ?? 0) + 1, Hints.Levels);
        if (Hints.Of(visit.Drawn!.Sheet, blank, row, column, level) is not null)
        {
            await store.KeepAsync(new HintUse { InstanceId = visit.Id, Blank = blank, Row = row, Column = column, Level = level, ShownAt = time.Now() }, cancellationToken);
        }
    }

    private static int? Index(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
