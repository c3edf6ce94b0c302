using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Extensions;

/// <summary>Gives single students more time or attempts. Used by the API and by the pages.</summary>
internal sealed class Extending(StoreContext store, TimeProvider time)
{
    /// <summary>Gives a student more time or attempts, in place of what the student was given before.</summary>
    /// <returns>The extension; null where the course has no such student.</returns>
    public async Task<ExtensionAnswer?> SetAsync(Visit visit, Guid student, ExtensionRequest sent, CancellationToken cancellationToken)
    {
        if (!await store.Memberships.AnyAsync(m => m.CourseId == visit.Course && m.PersonId == student && m.Role == CourseRole.Student && m.RemovedAt == null, cancellationToken))
        {
            return null;
        }

        var now = time.Now();
        return await store.InTransactionAsync(
            async () =>
            {
                var extension = await FindAsync(visit.Id, student, cancellationToken);
                var before = extension is null ? null : ExtensionAnswer.Of(extension);
                if (extension is null)
                {
                    extension = new() { AssignmentId = visit.Id, PersonId = student, CourseId = visit.Course, DueAt = null, ClosesAt = null, ExtraAttempts = 0, Reason = "" };
                    store.Add(extension);
                }

                (extension.DueAt, extension.ClosesAt, extension.ExtraAttempts, extension.Reason) = (sent.DueAt, sent.ClosesAt, sent.ExtraAttempts ?? 0, sent.Reason?.Trim() ?? "");
                var after = ExtensionAnswer.Of(extension);
                store.Record(visit, now, "extension.set", Ids.Write(student), before, after);
                await store.SaveChangesAsync(cancellationToken);
                return after;
            },
            cancellationToken);
    }

    /// <summary>Takes a student's extension back, where there is one: from now on everything is as for everybody.</summary>
    public Task EndAsync(Visit visit, Guid student, CancellationToken cancellationToken) => store.InTransactionAsync(
        async () =>
        {
            if (await FindAsync(visit.Id, student, cancellationToken) is { } extension)
            {
                store.Remove(extension);
                store.Record(visit, time.Now(), "extension.ended", Ids.Write(student), ExtensionAnswer.Of(extension), null);
                await store.SaveChangesAsync(cancellationToken);
            }
        },
        cancellationToken);

    private Task<Extension?> FindAsync(Guid assignment, Guid student, CancellationToken cancellationToken) =>
        store.Extensions.SingleOrDefaultAsync(e => e.AssignmentId == assignment && e.PersonId == student, cancellationToken);
}
