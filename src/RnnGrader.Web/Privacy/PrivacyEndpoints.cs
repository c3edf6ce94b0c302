using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Web.Access;

namespace RnnGrader.Web.Privacy;

/// <summary>What is stored about a person, and how it goes.</summary>
internal static class PrivacyEndpoints
{
    public static void AddPrivacy(this IServiceCollection services) => services.AddScoped<Export>().AddScoped<Erasure>().AddHostedService<Retention>();

    public static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("/people/{id}").WithTags("People").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        people.MapGet("/export", ExportAsync).Is(Act.ExportPerson);
        people.MapDelete("", EraseAsync).Is(Act.ErasePerson).ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    /// <summary>Answers all that is stored about a person: oneself, or for administrators anybody.</summary>
    /// <param name="id">Id of the person.</param>
    /// <response code="200">All of it.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You see the person, but this is for themselves and administrators.</response>
    /// <response code="404">There is no such person, or none that you may see.</response>
    private static async Task<Ok<PersonExport>> ExportAsync(string id, Visit visit, Export export, CancellationToken cancellationToken) =>
        TypedResults.Ok(await export.ReadAsync(visit.Id, cancellationToken));

    /// <summary>Erases a person: who they are, how they sign in, what they typed and did not hand in, and words. Scores and numbers stay under an id that leads to nobody.</summary>
    /// <param name="id">Id of the person.</param>
    /// <response code="204">They are erased, now or before.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You see the person, but this is for administrators.</response>
    /// <response code="404">There is no such person, or none that you may see.</response>
    /// <response code="409">It is nobody: whom RNNGRADER_ADMIN_TOKEN stands for.</response>
    private static async Task<NoContent> EraseAsync(string id, Visit visit, Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EraseAsync(visit, cancellationToken);
        return TypedResults.NoContent();
    }
}
