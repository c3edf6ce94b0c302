using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Engine;
using RnnGrader.Grading;
using RnnGrader.Storage;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Submissions;

/// <summary>Takes in answers, grades and stores them. Used by the API and by the pages.</summary>
internal sealed class Submitting(StoreContext store, TimeProvider time)
{
    /// <summary>Stores and grades a submission, once for one request. Whoever calls has made sure that the instance is the caller's.</summary>
    /// <returns>Id of the submission, or of the one that the same request made first.</returns>
    /// <exception cref="RefusalException">An answer has no meaning, or nothing can be submitted now.</exception>
    public async Task<Guid> SubmitAsync(DrawnInstance drawn, JsonElement sent, RequestIdentity request, CancellationToken cancellationToken)
    {
        var problems = new Problems();
        if (Answers.Read(drawn.Sheet, sent, problems) is not { } answers)
        {
            throw new RefusalException(Problem.Invalid(problems.ByPath));
        }

        var now = time.Now();
        if (drawn.Row.ItemId is not null)
        {
            return await SubmitAssignedAsync(drawn, sent, answers, request, now, cancellationToken);
        }

        var submission = SubmissionRow.Of(drawn.Row, sent, Grader.Grade(drawn.Sheet, answers), Grader.Version, now);
        store.Add(submission);
        return await store.SaveOnceAsync(request, submission.Id, now, cancellationToken);
    }

    private async Task<Guid> SubmitAssignedAsync(DrawnInstance drawn, JsonElement sent, Answers answers, RequestIdentity request, DateTime now, CancellationToken cancellationToken)
    {
        // A repetition is answered even after the last attempt and after closing: it is no new attempt.
        if (await store.FindFirstAsync(request, cancellationToken) is { } first)
        {
            return first;
        }

        var terms = await Terms.OfAsync(store, drawn.Row, cancellationToken);
        if (terms.ClosedReason(now) is { } closed)
        {
            throw Refuse(closed);
        }

        var rules = new GradingRules(terms.Assignment.GraderVersion, terms.Assignment.CreditsCarried);
        var grade = Grader.Grade(drawn.Sheet, answers, rules);

        // Whoever opened the item with this context has its standing as it was then.
        store.ChangeTracker.Clear();
        var submitted = await store.InOneTransactionOnceAsync(
            request,
            now,
            async () =>
            {
                // Counting the attempt takes the row that all submissions of this student to this item queue at.
                if (!await CountAttemptAsync(drawn.Row, terms, cancellationToken))
                {
                    return null;
                }

                // A regrade that was asked for since has other rules; one that is asked for from here on waits for this row, and finds what is stored here.
                var current = await RulesAsync(drawn.Row, terms, cancellationToken);
                if (current != rules)
                {
                    (rules, grade) = (current, Grader.Grade(drawn.Sheet, answers, current));
                }

                var standing = await store.Standings.SingleAsync(s => s.ItemId == drawn.Row.ItemId && s.PersonId == drawn.Row.PersonId, cancellationToken);
                var days = terms.DaysLate(now);
                var submission = SubmissionRow.Of(drawn.Row, sent, grade, rules.Version, now, standing.Attempts, (days, terms.LateFactor(days)));
                standing.Take(submission, terms.Item);
                store.Add(submission);
                store.AddRange(Mistakes.Of(submission, grade));
                return submission.Id;
            },
            cancellationToken);

        // The last attempt may have been taken by this very request, sent twice at once.
        return submitted ?? await store.FindFirstAsync(request, cancellationToken)
            ?? throw Refuse($"All {terms.Attempts} attempts are used up.");
    }

    private async Task<bool> CountAttemptAsync(Instance instance, Terms terms, CancellationToken cancellationToken) =>
        await store.Standings
            .Where(s => s.ItemId == instance.ItemId && s.PersonId == instance.PersonId && (terms.Attempts == null || s.Attempts < terms.Attempts))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Attempts, s => s.Attempts + 1), cancellationToken) == 1;

    // What is graded by now; and refuses answers to numbers that were replaced.
    private async Task<GradingRules> RulesAsync(Instance instance, Terms terms, CancellationToken cancellationToken)
    {
        var now = await store.Assignments.Where(a => a.Id == instance.AssignmentId).Select(a => new
        {
            a.GraderVersion,
            a.CreditsCarried,
            HasNewer = store.Instances.Any(i => i.ItemId == instance.ItemId && i.PersonId == instance.PersonId && i.Round > instance.Round),
        }).SingleAsync(cancellationToken);
        if (now.HasNewer)
        {
            throw Refuse("You have drawn new numbers for this exercise since: submit answers to those.");
        }

        if (terms.Item.NewNumbers == NewNumbers.EachAttempt && await store.Submissions.AnyAsync(s => s.InstanceId == instance.Id, cancellationToken))
        {
            throw Refuse("Each attempt has numbers of its own: draw the next ones.");
        }

        return new(now.GraderVersion, now.CreditsCarried);
    }

    private static RefusalException Refuse(string reason) => new(Problem.Of(StatusCodes.Status409Conflict, reason));
}
