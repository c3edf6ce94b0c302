using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Statistics;

/// <summary>How a class did, item by item and cell by cell.</summary>
internal static class StatisticsEndpoints
{
    public static IEndpointRouteBuilder MapStatistics(this IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/assignments/{id}").WithTags("Grades").Is(Act.SeeGrades).ProducesAccessProblems();
        statistics.MapGet("/statistics", ReadAsync);
        statistics.MapGet("/items/{item}/statistics", ReadItemAsync);
        return api;
    }

    /// <summary>How the class did at each item.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">All items, in order.</response>
    private static async Task<Ok<Page<ItemStatistics>>> ReadAsync(string id, Visit visit, StatisticsReader statistics, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<ItemStatistics>(await statistics.ReadAsync(visit.Id, cancellationToken), null));

    /// <summary>How the class did at one item, and which of its cells went wrong.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="item">Id of the item.</param>
    /// <response code="200">The item.</response>
    /// <response code="404">There is no such assignment for you, or it has no such item.</response>
    private static async Task<Results<Ok<ItemStatistics>, ProblemHttpResult>> ReadItemAsync(
        string id, string item, Visit visit, StatisticsReader statistics, CancellationToken cancellationToken) =>
        Ids.Read(item) is { } key && await statistics.ReadAsync(visit.Id, key, cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such item. GET …/statistics lists them.");
}
