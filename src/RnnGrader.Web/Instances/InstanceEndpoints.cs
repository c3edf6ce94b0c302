using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Instances;

/// <summary>Drawn exercises.</summary>
internal static class InstanceEndpoints
{
    public static IEndpointRouteBuilder MapInstances(this IEndpointRouteBuilder api)
    {
        var instances = api.MapGroup("/instances").WithTags("Instances").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        instances.MapPost("", DrawAsync).Is(Act.DrawPractice).AddEndpointFilter<Validated<DrawRequest>>().ProducesBodyProblems();
        instances.MapGet("/{id}", Get).Is(Act.SeeInstance).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Draws an instance of an exercise from a seed, or makes one from givens set by hand. It is for practice: nobody is graded on it.</summary>
    /// <response code="201">The instance, or with an `Idempotency-Key` that was used before the one that was made then.</response>
    /// <response code="422">The exercise, the seed, a parameter or a given has no meaning; `errors` says which.</response>
    private static async Task<Created<InstanceAnswer>> DrawAsync(Posted<DrawRequest> request, Drawing drawing, CancellationToken cancellationToken)
    {
        var drawn = await drawing.DrawAsync(request.Value, request.Repeats, cancellationToken);
        return TypedResults.Created($"{Api.Base}/instances/{Ids.Write(drawn.Row.Id)}", InstanceAnswer.Of(drawn));
    }

    /// <summary>Answers an instance as it was drawn. It never holds its answers.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="200">The instance.</response>
    /// <response code="404">There is no such instance, or it is not yours.</response>
    private static Ok<InstanceAnswer> Get(string id, Visit visit) => TypedResults.Ok(InstanceAnswer.Of(visit.Drawn!, visit.IsStaff));
}
