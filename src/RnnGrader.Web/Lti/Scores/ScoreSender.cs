using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Deliveries;
using RnnGrader.Web.Lti.Launch;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Work;

namespace RnnGrader.Web.Lti.Scores;

/// <summary>Sends one student's score to one column (AGS 2.0). What is sent is read now, so that it is the newest.</summary>
internal sealed class ScoreSender(StoreContext store, DeliveryQueue queue, ServiceCalls calls, ServiceTokens tokens, LineItems lineItems, TimeProvider time)
{
    private const string ScoreType = "application/vnd.ims.lis.v1.score+json";
    private const string ResultsType = "application/vnd.ims.lis.v2.resultcontainer+json";

    // Platforms compare whole seconds.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1.05);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    public async Task<DeliveryResult> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var target = await (
            from link in store.LtiLinks.AsNoTracking()
            join registration in store.LtiRegistrations on link.RegistrationId equals registration.Id
            where link.Id == delivery.TargetId
            select new { link, registration }).SingleOrDefaultAsync(cancellationToken);
        var terms = await Terms.Of(store, delivery.AssignmentId, delivery.PersonId).ToListAsync(cancellationToken);
        var standings = await store.Standings.AsNoTracking().Where(s => s.AssignmentId == delivery.AssignmentId && s.PersonId == delivery.PersonId).ToListAsync(cancellationToken);
        if (target is null || terms.Count == 0)
        {
            return new(DeliveryOutcome.Refused, Problem: "The link or its assignment is gone.");
        }

        if (standings.TrueForAll(s => s.Best is null))
        {
            return new(DeliveryOutcome.Unchanged);
        }

        var now = time.Now();
        if (!terms[0].ShowsFeedback(now))
        {
            return new(DeliveryOutcome.NotYet, Problem: "It is sent when the assignment's feedback is due.", Pause: terms[0].FeedbackAt!.Value - now);
        }

        var score = StudentScore.Of(terms, standings);
        if (delivery.SentScore == score.Share)
        {
            return new(DeliveryOutcome.Unchanged, Score: score.Share);
        }

        try
        {
            return await SendAsync(delivery, target.registration, target.link, terms, score, cancellationToken) with { Score = score.Share };
        }
        catch (OutboundException error)
        {
            return new(error.MayPass ? DeliveryOutcome.Again : DeliveryOutcome.Refused, Problem: error.Message, Score: score.Share);
        }
        catch (Exception error) when (error is LtiRefusal or UriFormatException)
        {
            // The next launch may bring another address.
            return new(DeliveryOutcome.Again, Problem: $"What the platform says of its gradebook can't be used: {error.Message}", Score: score.Share);
        }
    }

    private async Task<DeliveryResult> SendAsync(Delivery delivery, LtiRegistration registration, LtiLink link, List<Terms> terms, StudentScore score, CancellationToken cancellationToken)
    {
        var assignment = terms[0].Assignment;
        assignment.Items.AddRange(terms.Select(t => t.Item).Except(assignment.Items));
        if (link.LineItemUrl is null)
        {
            link.LineItemUrl = await lineItems.FindOrMakeAsync(registration, link, assignment, cancellationToken);
            if (link.LineItemUrl is null)
            {
                return new(DeliveryOutcome.NotYet, Pause: Soon);
            }
        }

        // No stamp is ahead of the platform's clock, as far as it is known, and none is within a second of the one before.
        await tokens.GetAsync(calls.Keys, registration, link.DeploymentId, LtiScopes.Scores, cancellationToken);
        var offset = tokens.Offset(registration.Id);
        var stamp = time.Now() + (offset < TimeSpan.FromSeconds(-1) ? offset : TimeSpan.Zero);
        if (stamp < delivery.Stamp + Apart)
        {
            return new(DeliveryOutcome.NotYet, Pause: (delivery.Stamp + Apart - stamp)!.Value);
        }

        if (!await queue.StampAsync(delivery, stamp, cancellationToken))
        {
            return new(DeliveryOutcome.NotYet, Pause: Soon);
        }

        var answer = await calls.SendAsync(
            registration, link.DeploymentId, LtiScopes.Scores, HttpMethod.Post, ServiceCalls.Below(link.LineItemUrl, "scores"), null, (ScoreType, Body(delivery, score, stamp)), cancellationToken);
        return answer.Status switch
        {
            >= 200 and < 300 => new(DeliveryOutcome.Sent, answer.Status),
            409 => await CompareAsync(delivery, registration, link, score, cancellationToken),
            404 or 410 => await LookAgainAsync(registration, link, assignment.Id, answer, cancellationToken),
            _ => new(Retrying.MayPass(answer) ? DeliveryOutcome.Again : DeliveryOutcome.Refused, answer.Status, $"The platform said ({answer.Status}): {PlatformWords.Of(answer)}", answer.RetryAfter),
        };
    }

    private static string Body(Delivery delivery, StudentScore score, DateTime stamp) => JsonSerializer.Serialize(new
    {
        userId = delivery.Subject,
        timestamp = Time(stamp),
        scoreGiven = score.Given,
        scoreMaximum = score.Maximum,
        activityProgress = score.Completed == score.Items ? "Completed" : "Submitted",
        gradingProgress = "FullyGraded",
        comment = FormattableString.Invariant($"{score.Completed} of {score.Items} exercises completed"),
        submission = new { startedAt = Time(score.StartedAt), submittedAt = Time(score.SubmittedAt) },
    });

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    // The platform has a score of this second or a later one. Where it is ours, an answer was lost and all is well; else a fresh stamp is tried.
    private async Task<DeliveryResult> CompareAsync(Delivery delivery, LtiRegistration registration, LtiLink link, StudentScore score, CancellationToken cancellationToken)
    {
        const string problem = "The platform has a newer score.";
        if (!link.Scopes.Split(' ').Contains(LtiScopes.Results))
        {
            return new(DeliveryOutcome.Again, 409, problem, Apart);
        }

        var url = ServiceCalls.Below(link.LineItemUrl!, "results", $"user_id={Uri.EscapeDataString(delivery.Subject!)}");
        var answer = await calls.SendAsync(registration, link.DeploymentId, LtiScopes.Results, HttpMethod.Get, url, ResultsType, null, cancellationToken);
        return answer.Status == 200 && ResultOf(answer.Body, delivery.Subject!) is { } there && Math.Abs(there - score.Share) < 1e-6
            ? new(DeliveryOutcome.Sent, 409) : new(DeliveryOutcome.Again, 409, problem, Apart);
    }

    private static double? ResultOf(string body, string subject)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind != JsonValueKind.Array ? null : json.RootElement.EnumerateArray().Select(item => new LtiClaims(item))
                .Where(item => item.Text("userId") == subject).Select(item => item.Seconds("resultScore") / (item.Seconds("resultMaximum") ?? 1)).FirstOrDefault();
        }
        catch (Exception error) when (error is JsonException or LtiRefusal or InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<DeliveryResult> LookAgainAsync(LtiRegistration registration, LtiLink link, Guid assignment, OutboundAnswer answer, CancellationToken cancellationToken)
    {
        var found = link.Scopes.Split(' ').Contains(LtiScopes.LineItems) ? await lineItems.FindAsync(registration, link, assignment, cancellationToken) : null;
        if (found is null || found == link.LineItemUrl)
        {
            return new(DeliveryOutcome.Refused, answer.Status, $"The platform's gradebook has no such column any more: {PlatformWords.Of(answer)} Open the link again as an instructor, or link the assignment anew, and send again.");
        }

        await store.InTransactionAsync(() => store.LtiLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.LineItemUrl, found), cancellationToken), cancellationToken);
        return new(DeliveryOutcome.Again, answer.Status, "The column has moved.", Soon);
    }
}
