using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Service;

/// <summary>What a balancer or an operator asks.</summary>
internal static class ServiceEndpoints
{
    /// <summary>Maps them at the root, where balancers look, and under the base of the resources too.</summary>
    public static void MapService(this IEndpointRouteBuilder routes)
    {
        MapHealth(routes.MapGroup("/health").WithTags("Service"));
        MapHealth(routes.MapGroup($"{Api.Base}/health").ExcludeFromDescription());
    }

    private static void MapHealth(RouteGroupBuilder health)
    {
        health.MapGet("/live", Live);
        health.MapGet("/ready", ReadyAsync).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Whether the process answers at all.</summary>
    /// <response code="200">It does.</response>
    private static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    /// <summary>Whether the store can be reached and has its tables.</summary>
    /// <response code="200">Requests will be carried out.</response>
    /// <response code="503">The store can't be reached, or the database is not up to date.</response>
    private static async Task<Results<Ok<Health>, ProblemHttpResult>> ReadyAsync(StoreContext store, CancellationToken cancellationToken) =>
        (await store.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? Problem.Of(StatusCodes.Status503ServiceUnavailable, StoreStartup.HowToMigrate)
            : TypedResults.Ok(new Health("ready"));
}
