using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Instances;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Work;

/// <summary>Assignments as their students work on them.</summary>
internal static class WorkEndpoints
{
    public static IEndpointRouteBuilder MapWork(this IEndpointRouteBuilder api)
    {
        var work = api.MapGroup("/assignments/{id}").WithTags("Work").Is(Act.Work).ProducesAccessProblems();
        work.MapGet("/work", ReadAsync);
        work.MapPost("/items/{item}/instance", OpenAsync).ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    /// <summary>Where you stand with each item of an assignment.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <response code="200">All its items, in order.</response>
    private static async Task<Ok<Page<WorkItemAnswer>>> ReadAsync(string id, Visit visit, StudentWork work, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<WorkItemAnswer>((await work.OfAssignmentAsync(visit.Id, visit.PersonId, cancellationToken)).Items, null));

    /// <summary>Opens an item: draws your own numbers the first time, and answers the same ones ever after, unless new ones are allowed and asked for.</summary>
    /// <param name="id">Id of the assignment.</param>
    /// <param name="item">Id of the item.</param>
    /// <response code="200">Your instance, drawn before.</response>
    /// <response code="201">Your instance, drawn now.</response>
    /// <response code="404">There is no such assignment for you, or it has no such item.</response>
    /// <response code="409">The assignment is not open, or there are no new numbers to be had.</response>
    private static async Task<Results<Ok<InstanceAnswer>, Created<InstanceAnswer>, ProblemHttpResult>> OpenAsync(
        string id, string item, Posted<OpenRequest> request, Visit visit, StudentWork work, Numbers numbers, CancellationToken cancellationToken)
    {
        if (Ids.Read(item) is not { } key || await work.TermsAsync(visit.Id, key, visit.PersonId, cancellationToken) is not { } terms)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "This assignment has no such item. GET …/work lists them.");
        }

        var (drawn, isNew) = await numbers.OpenAsync(terms, visit.PersonId, request.Value.New == true, cancellationToken);
        var answer = InstanceAnswer.Of(drawn);
        return isNew ? TypedResults.Created($"{Api.Base}/instances/{answer.Id}", answer) : TypedResults.Ok(answer);
    }
}
