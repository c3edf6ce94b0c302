using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.People;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Privacy;

/// <summary>Reads all that is stored about a person.</summary>
internal sealed class Export(StoreContext store)
{
    public async Task<PersonExport> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await store.Users.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        var logins = await store.UserLogins.Where(l => l.UserId == id).Select(l => l.LoginProvider).ToListAsync(cancellationToken);
        var courses = await (
            from membership in store.Memberships
            join course in store.Courses on membership.CourseId equals course.Id
            where membership.PersonId == id
            orderby course.Id
            select new { Membership = membership, Course = course }).AsNoTracking().ToListAsync(cancellationToken);
        var tokens = await store.AccessTokens.AsNoTracking().Where(t => t.PersonId == id).OrderBy(t => t.Id).ToListAsync(cancellationToken);
        var extensions = await store.Extensions.AsNoTracking().Where(e => e.PersonId == id).OrderBy(e => e.AssignmentId).ToListAsync(cancellationToken);
        var changes = await store.Audit.AsNoTracking().Where(a => a.ActorId == id).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return new(
            PersonAnswer.Of(person),
            person.PasswordHash is null ? logins : ["password", .. logins],
            [.. courses.Select(row => new ExportedCourse(
                Ids.Write(row.Course.Id), row.Course.Title, row.Course.Term, row.Membership.Role, row.Membership.GroupName, row.Membership.JoinedAt, row.Membership.RemovedAt))],
            [.. tokens.Select(token => TokenAnswer.Of(token, person.IsAdministrator))],
            await WorkAsync(id, cancellationToken),
            [.. extensions.Select(e => new ExportedExtension(Ids.Write(e.AssignmentId), e.DueAt, e.ClosesAt, e.ExtraAttempts, e.Reason))],
            [.. changes.Select(a => new ExportedChange(a.At, a.CourseId is { } course ? Ids.Write(course) : null, a.Action, a.Subject))]);
    }

    private async Task<List<ExportedWork>> WorkAsync(Guid person, CancellationToken cancellationToken)
    {
        var instances = await store.Instances.AsNoTracking().Where(i => i.PersonId == person).OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.Exercise, i.AssignmentId, i.CreatedAt }).ToListAsync(cancellationToken);
        var theirs = store.Instances.Where(i => i.PersonId == person).Select(i => i.Id);
        var drafts = await store.Drafts.AsNoTracking().Where(d => theirs.Contains(d.InstanceId)).ToDictionaryAsync(d => d.InstanceId, cancellationToken);
        var hints = (await store.HintUses.AsNoTracking().Where(h => theirs.Contains(h.InstanceId)).ToListAsync(cancellationToken)).ToLookup(h => h.InstanceId);
        var submissions = (await store.Submissions.AsNoTracking().Include(s => s.Grades).Include(s => s.Overrides).AsSplitQuery()
            .Where(s => s.PersonId == person).OrderBy(s => s.Id).ToListAsync(cancellationToken)).ToLookup(s => s.InstanceId);
        return [.. instances.Select(i => new ExportedWork(
            Ids.Write(i.Id), i.Exercise, i.AssignmentId is { } assignment ? Ids.Write(assignment) : null, i.CreatedAt,
            drafts.TryGetValue(i.Id, out var draft) ? Json(draft.Answers) : null,
            [.. hints[i.Id].Select(h => new ExportedHint(h.Blank, h.Row, h.Column, h.Level, h.ShownAt))],
            [.. submissions[i.Id].Select(Submission)]))];
    }

    private static ExportedSubmission Submission(Submission submission) => new(
        Ids.Write(submission.Id), submission.ReceivedAt, submission.Attempt, Json(submission.Answers), submission.Counted,
        [.. submission.Grades.OrderBy(g => g.Id).Select(g => new ExportedGrade(g.CreatedAt, g.GraderVersion, g.Score, g.LateFactor, Json(g.Cells)))],
        [.. submission.Overrides.OrderBy(o => o.Id).Select(o => new ExportedOverride(o.CreatedAt, o.Score, o.Reason))]);

    private static JsonElement Json(string stored) => JsonElement.Parse(stored);
}
