using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Courses;

/// <summary>Reads who changed what in a course. Used by the API and by the pages.</summary>
internal sealed class AuditReader(StoreContext store)
{
    /// <summary>A page of changes, the newest first.</summary>
    /// <param name="course">The course.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">`next` of the page before: new entries come in at the front, so that pages go by the last entry's id and not by how many were shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusalException"><paramref name="cursor"/> is none.</exception>
    public async Task<Page<AuditAnswer>> PageAsync(Guid course, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var before = cursor is null ? (Guid?)null : Ids.Read(cursor) ?? throw new RefusalException(Problem.Invalid("cursor", "cursor must be the `next` of an earlier page, as it came."));
        var found = await (
            from entry in store.Audit.AsNoTracking()
            where entry.CourseId == course && (before == null || entry.Id < before)
            orderby entry.Id descending
            join person in store.Users on entry.ActorId equals person.Id into actors
            from actor in actors.DefaultIfEmpty()
            select new { Entry = entry, actor!.Name }).Take(limit + 1).ToListAsync(cancellationToken);
        var answers = found.Take(limit).Select(row => new AuditAnswer(
            Ids.Write(row.Entry.Id), row.Entry.At, Ids.Write(row.Entry.ActorId), row.Name, row.Entry.Action, row.Entry.Subject, Json(row.Entry.Before), Json(row.Entry.After))).ToList();
        return new(answers, found.Count > limit ? answers[^1].Id : null);
    }

    private static JsonElement? Json(string? stored) => stored is null ? null : JsonDocument.Parse(stored).RootElement;
}
