using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Links;

/// <summary>A course's links with platforms' courses. Used by the API and by the pages.</summary>
internal sealed class LmsConnection(StoreContext store, Rosters.Rosters rosters, ServiceTokens tokens, ServiceCalls calls, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>What is wrong with a code that is none.</summary>
    public const string NoCode = "code must be one that POST /courses/{id}/lms/code answered within the last day.";

    private const string Purpose = "RnnGrader.Lti.LinkCode";
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromDays(1);

    /// <summary>The platforms' courses that the course is, and how reading their rosters went.</summary>
    public async Task<IReadOnlyList<LmsAnswer>> ListAsync(Guid course, CancellationToken cancellationToken) =>
        [.. (await ContextsAsync(course, cancellationToken)).Select(row => new LmsAnswer(row.Registration.Name, row.Context.ContextId, row.Context.RosterReadAt, row.Context.RosterProblem, row.Context.RosterDueAt))];

    /// <summary>Reads the rosters now.</summary>
    public async Task ReadRostersAsync(Guid course, CancellationToken cancellationToken)
    {
        foreach (var context in await store.LtiContexts.Where(c => c.CourseId == course && c.MembersUrl != null).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            await rosters.ReadAsync(context, cancellationToken);
        }
    }

    /// <summary>Asks each platform for a token for its gradebook, without sending anything there. The problem is null where one is given.</summary>
    public async Task<IReadOnlyList<LmsAnswer>> TestAsync(Guid course, CancellationToken cancellationToken)
    {
        List<LmsAnswer> answers = [];
        foreach (var (context, registration) in await ContextsAsync(course, cancellationToken))
        {
            string? problem = null;
            try
            {
                tokens.Drop(await tokens.GetAsync(calls.Keys, registration, context.DeploymentId, LtiScopes.Scores, cancellationToken));
                await tokens.GetAsync(calls.Keys, registration, context.DeploymentId, LtiScopes.Scores, cancellationToken);
            }
            catch (OutboundException error)
            {
                problem = error.Message;
            }

            answers.Add(new(registration.Name, context.ContextId, null, problem, null));
        }

        return answers;
    }

    /// <summary>A code of the course, good for a day: whoever teaches a course that a platform made links that one's platform with this by it.</summary>
    public string Code(Guid course) => protection.Seal(Purpose, (Guid?)course, time.Now() + CodeLifetime);

    /// <summary>Leads the platforms' courses of this course to the course that the code is of.</summary>
    /// <returns>The links that were moved, and where to; null where the code is none, or too old.</returns>
    public async Task<(IReadOnlyList<LmsAnswer> Moved, Guid Course)?> LinkAsync(Visit visit, string? code, CancellationToken cancellationToken)
    {
        if (protection.Unseal<Guid?>(Purpose, code, time.Now()) is not { } course)
        {
            return null;
        }

        var moved = await ListAsync(visit.Course, cancellationToken);
        await store.InTransactionAsync(
            async () =>
            {
                await store.LtiContexts.Where(c => c.CourseId == visit.Course).ExecuteUpdateAsync(set => set.SetProperty(c => c.CourseId, course), cancellationToken);
                store.Record(visit, time.Now(), "lms.linked", Ids.Write(visit.Course), null, new { To = Ids.Write(course) });
                await store.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return (moved, course);
    }

    private async Task<List<(LtiContext Context, LtiRegistration Registration)>> ContextsAsync(Guid course, CancellationToken cancellationToken) =>
        [.. (await (
            from context in store.LtiContexts.AsNoTracking()
            join registration in store.LtiRegistrations on context.RegistrationId equals registration.Id
            where context.CourseId == course
            orderby context.Id
            select new { context, registration }).ToListAsync(cancellationToken)).Select(row => (row.context, row.registration))];
}
