using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Submissions;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>Reads what the page of a worksheet shows, as whoever asks may see it: a handful of questions to the store.</summary>
internal sealed class WorksheetViews(StoreContext store, Submitted submitted, TimeProvider time)
{
    public async Task<WorksheetView> OfAsync(Visit visit, CancellationToken cancellationToken)
    {
        var drawn = visit.Drawn!;
        var assigned = drawn.Row.ItemId is null ? null : new AssignedSheet(await WorkState.OfAsync(store, drawn.Row, cancellationToken), visit.IsStaff, time.Now());
        var last = await submitted.LatestAsync(visit.Id, cancellationToken);
        var draft = await store.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.InstanceId == visit.Id, cancellationToken);
        var hints = await store.HintUses.AsNoTracking().Where(h => h.InstanceId == visit.Id).OrderBy(h => h.ShownAt).ToListAsync(cancellationToken);
        var report = last is null ? null : submitted.Show(last, hints, assigned is { IsStaff: false } ? assigned.Terms : null);
        var answers = Read(drawn.Sheet, last?.Answers);

        // Where nothing can be handed in any more, what was handed in is what there is to read.
        var isNewer = draft is not null && (last is null || (draft.SavedAt > last.ReceivedAt && assigned?.Closure is null));
        return new(drawn, (isNewer ? Read(drawn.Sheet, draft!.Answers) : answers, draft?.Version ?? 0), (report, answers), ShownHint.Of(drawn.Sheet, hints), assigned);
    }

    private static Answers Read(Worksheet sheet, string? json)
    {
        if (json is null)
        {
            return Answers.None;
        }

        using var answers = JsonDocument.Parse(json);
        return Answers.Read(sheet, answers.RootElement, new Problems()) ?? Answers.None;
    }
}
