using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Courses;

/// <summary>Who belongs to a course.</summary>
internal static class MemberEndpoints
{
    public static IEndpointRouteBuilder MapMembers(this IEndpointRouteBuilder api)
    {
        var members = api.MapGroup("/courses/{id}/members").WithTags("Courses").ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        members.MapPost("", EnrolAsync).Is(Act.ChangeMembers).AddEndpointFilter<Validated<MemberRequest>>().ProducesBodyProblems().ProducesProblem(StatusCodes.Status409Conflict);
        members.MapGet("", ListAsync).Is(Act.SeeMembers).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        members.MapDelete("/{person}", RemoveAsync).Is(Act.ChangeMembers).ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    /// <summary>Makes somebody a member, or changes the role and the group of one. Who is not known is made a person.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="201">The member.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of the course.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="409">The course would have no instructor.</response>
    /// <response code="422">A member has no meaning; `errors` says which.</response>
    private static async Task<Created<MemberAnswer>> EnrolAsync(
        string id, Posted<MemberRequest> request, Visit visit, Members members, CancellationToken cancellationToken)
    {
        var person = await members.EnrolAsync(visit, request.Value, request.Repeats, cancellationToken);
        var member = await members.Of(visit.Course, everMember: true).SingleAsync(row => row.Person.Id == person, cancellationToken);
        return TypedResults.Created($"{Api.Base}/courses/{id}/members/{Ids.Write(person)}", member.Answer());
    }

    /// <summary>Lists the members of a course by name.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">The members.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">Students don't see who else is there.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="422">`limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<MemberAnswer>>, ProblemHttpResult>> ListAsync(
        string id, string? limit, string? cursor, Visit visit, Members members, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        var found = await members.Of(visit.Course)
            .Skip(paging.After).Take(paging.Limit + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(paging.Cut([.. found.Select(row => row.Answer())]));
    }

    /// <summary>Lets a member go. Their work stays, and they find it again where they come back.</summary>
    /// <param name="id">Id of the course.</param>
    /// <param name="person">Id of the person.</param>
    /// <response code="204">They belong to it no more.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of the course.</response>
    /// <response code="404">There is no such course or member, or you don't belong to it.</response>
    /// <response code="409">The course would have no instructor.</response>
    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string person, Visit visit, Members members, CancellationToken cancellationToken) =>
        Ids.Read(person) is { } member && await members.RemoveAsync(visit, member, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.Of(StatusCodes.Status404NotFound, "There is no such member of this course.");
}
