using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Lti.Scores;
using RnnGrader.Web.Outbound;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Lti.Links;

/// <summary>A course's links with platforms' courses.</summary>
internal static class LmsEndpoints
{
    private const string Purpose = "RnnGrader.Lti.LinkCode";
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromDays(1);

    public static IEndpointRouteBuilder MapLms(this IEndpointRouteBuilder api)
    {
        var lms = api.MapGroup("/courses/{id}/lms").WithTags("LMS").ProducesAccessProblems();
        lms.MapGet("", ListAsync).Is(Act.SeeConnections);
        lms.MapPost("/roster", ReadRosterAsync).Is(Act.ManageConnections);
        lms.MapPost("/test", TestAsync).Is(Act.ManageConnections);
        lms.MapPost("/code", MakeCode).Is(Act.ManageConnections);
        lms.MapPost("/link", LinkAsync).Is(Act.ManageConnections).ProducesBodyProblems();
        return api;
    }

    /// <summary>Lists the platforms' courses that this course is, and how reading their rosters went.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">All of them.</response>
    private static async Task<Ok<Page<LmsAnswer>>> ListAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) => TypedResults.Ok(await PageAsync(store, visit, cancellationToken));

    /// <summary>Reads the rosters now.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">How it went.</response>
    private static async Task<Ok<Page<LmsAnswer>>> ReadRosterAsync(string id, Visit visit, StoreContext store, Rosters.Rosters rosters, CancellationToken cancellationToken)
    {
        foreach (var context in await store.LtiContexts.Where(c => c.CourseId == visit.Course && c.MembersUrl != null).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            await rosters.ReadAsync(context, cancellationToken);
        }

        return TypedResults.Ok(await PageAsync(store, visit, cancellationToken));
    }

    /// <summary>Tests the connection: asks each platform for a token for its gradebook, without sending anything there.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">A line for each platform; `rosterProblem` says what is wrong, and is absent where nothing is.</response>
    private static async Task<Ok<Page<LmsAnswer>>> TestAsync(string id, Visit visit, StoreContext store, ServiceTokens tokens, ServiceCalls calls, CancellationToken cancellationToken)
    {
        List<LmsAnswer> answers = [];
        foreach (var (context, registration) in await ContextsAsync(store, visit, cancellationToken))
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

        return TypedResults.Ok(new Page<LmsAnswer>(answers, null));
    }

    /// <summary>Makes a code by which whoever teaches a course that a platform made links that platform's course with this one.</summary>
    /// <param name="id">Id of this course.</param>
    /// <response code="200">The code, good for a day.</response>
    private static Ok<LinkCodeAnswer> MakeCode(string id, Visit visit, IDataProtectionProvider protection) => TypedResults.Ok(new LinkCodeAnswer(WebEncoders.Base64UrlEncode(
        protection.CreateProtector(Purpose).ToTimeLimitedDataProtector().Protect(visit.Course.ToByteArray(), CodeLifetime))));

    /// <summary>Links the platforms' courses of this course with the course that a code is of: from now on launches lead there. Work that was done here stays here.</summary>
    /// <param name="id">Id of the course that a platform made.</param>
    /// <response code="200">The links that were moved.</response>
    /// <response code="422">The code is none, or too old.</response>
    private static async Task<Results<Ok<Page<LmsAnswer>>, ProblemHttpResult>> LinkAsync(
        string id, Posted<LinkCodeRequest> request, Visit visit, StoreContext store, IDataProtectionProvider protection, TimeProvider time, CancellationToken cancellationToken)
    {
        Guid course;
        try
        {
            course = new Guid(protection.CreateProtector(Purpose).ToTimeLimitedDataProtector().Unprotect(WebEncoders.Base64UrlDecode(request.Value.Code ?? "")));
        }
        catch (Exception error) when (error is CryptographicException or FormatException or ArgumentException)
        {
            return Problem.Invalid("code", "code must be one that POST /courses/{id}/lms/code answered within the last day.");
        }

        var moved = await PageAsync(store, visit, cancellationToken);
        var now = time.Now();
        await store.InTransactionAsync(
            async () =>
            {
                await store.LtiContexts.Where(c => c.CourseId == visit.Course).ExecuteUpdateAsync(set => set.SetProperty(c => c.CourseId, course), cancellationToken);
                store.Record(visit, now, "lms.linked", id, null, new { To = Ids.Write(course) });
                await store.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return TypedResults.Ok(moved);
    }

    private static async Task<Page<LmsAnswer>> PageAsync(StoreContext store, Visit visit, CancellationToken cancellationToken) => new(
        [.. (await ContextsAsync(store, visit, cancellationToken)).Select(row => new LmsAnswer(row.Registration.Name, row.Context.ContextId, row.Context.RosterReadAt, row.Context.RosterProblem, row.Context.RosterDueAt))],
        null);

    private static async Task<List<(LtiContext Context, LtiRegistration Registration)>> ContextsAsync(StoreContext store, Visit visit, CancellationToken cancellationToken) =>
        [.. (await (
            from context in store.LtiContexts.AsNoTracking()
            join registration in store.LtiRegistrations on context.RegistrationId equals registration.Id
            where context.CourseId == visit.Course
            orderby context.Id
            select new { context, registration }).ToListAsync(cancellationToken)).Select(row => (row.context, row.registration))];
}
