using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Engine.Worksheets;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Submissions;

namespace RnnGrader.Web.Pages.Worksheets;

/// <summary>Reads what the page of a worksheet shows, as whoever asks may see it: a handful of questions to the store.</summary>
internal static class WorksheetViews
{
    public static async Task<WorksheetView> OfAsync(StoreContext store, Submitted submitted, Visit visit, CancellationToken cancellationToken)
    {
        var drawn = visit.Drawn!;
        var last = await store.Submissions.Where(s => s.InstanceId == visit.Id).OrderByDescending(s => s.Id).Select(s => new { s.Id, s.Answers, s.ReceivedAt }).FirstOrDefaultAsync(cancellationToken);
        var report = last is null ? null : await submitted.ReadAsync(last.Id, visit, cancellationToken);
        var draft = await store.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.InstanceId == visit.Id, cancellationToken);
        var hints = await store.HintUses.AsNoTracking().Where(h => h.InstanceId == visit.Id).OrderBy(h => h.ShownAt).ToListAsync(cancellationToken);
        var answers = Read(drawn.Sheet, last?.Answers);
        var isNewer = draft is not null && (last is null || draft.SavedAt > last.ReceivedAt);
        return new(drawn, (isNewer ? Read(drawn.Sheet, draft!.Answers) : answers, draft?.Version ?? 0), (report, answers), ShownHint.Of(drawn.Sheet, hints));
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
