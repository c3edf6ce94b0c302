using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.People.Joining;

/// <summary>Two people who are one: the same person came from two platforms.</summary>
internal static class JoinEndpoints
{
    public static void AddJoining(this IServiceCollection services) => services.AddScoped<JoinRules>().AddScoped<JoinedWork>().AddScoped<JoiningPeople>();

    public static IEndpointRouteBuilder MapJoining(this IEndpointRouteBuilder api)
    {
        api.MapPost("/people/{id}/join", JoinAsync).WithTags("People").Is(Act.JoinPeople).ProducesAccessProblems().ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    /// <summary>
    /// Joins another person to this one: their memberships, work, extensions and ways to sign in become this one's, and they are nobody of their own any more. Where both have worked on an
    /// exercise all attempts stay and the best counts. Sent again it changes nothing. It can't be undone.
    /// </summary>
    /// <param name="id">Id of the person who stays.</param>
    /// <response code="200">The person who stays.</response>
    /// <response code="409">It can't be done safely; `detail` says why.</response>
    private static async Task<Ok<PersonAnswer>> JoinAsync(string id, Posted<JoinRequest> request, Visit visit, JoiningPeople joining, CancellationToken cancellationToken) =>
        TypedResults.Ok(await joining.JoinAsync(visit, Ids.Read(request.Value.Person ?? ""), cancellationToken));
}
