using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.People;

/// <summary>Who calls, and who there is.</summary>
internal static class PeopleEndpoints
{
    public static IEndpointRouteBuilder MapPeople(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("").WithTags("People").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        people.MapGet("/me", MeAsync).Is(Act.SeeMyself);
        people.MapPost("/people", MakeAsync).Is(Act.MakePerson).AddEndpointFilter<Validated<PersonRequest>>()
            .ProducesBodyProblems().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict);
        people.MapGet("/people/{id}", GetAsync).Is(Act.SeePerson).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Answers who calls, and the courses that they belong to.</summary>
    /// <response code="200">The caller.</response>
    /// <response code="401">Nobody is signed in.</response>
    private static async Task<Ok<MeAnswer>> MeAsync(Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        var person = await store.Users.AsNoTracking().SingleAsync(p => p.Id == visit.PersonId, cancellationToken);
        var courses = await (
            from membership in store.Memberships
            join course in store.Courses on membership.CourseId equals course.Id
            where membership.PersonId == person.Id && membership.RemovedAt == null
            orderby course.Id descending
            select new MyCourseAnswer(Ids.Write(course.Id), course.Title, membership.Role)).ToListAsync(cancellationToken);
        return TypedResults.Ok(new MeAnswer(Ids.Write(person.Id), person.Name, person.Email, person.IsAdministrator, courses));
    }

    /// <summary>Makes a person, who can't sign in before they are invited.</summary>
    /// <response code="201">The person.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no administrator.</response>
    /// <response code="409">There is a person of this address already.</response>
    /// <response code="422">The name or the address is none; `errors` says which.</response>
    private static async Task<Results<Created<PersonAnswer>, ProblemHttpResult>> MakeAsync(
        Posted<PersonRequest> request, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var person = Accounts.New(request.Value.Email!, request.Value.Name!, now);
        var made = await store.InOneTransactionOnceAsync(
            request.Repeats,
            now,
            async () =>
            {
                if (await store.Users.AnyAsync(p => p.NormalizedUserName == person.NormalizedUserName, cancellationToken))
                {
                    return null;
                }

                store.Add(person);
                store.Record(visit, now, "person.made", Ids.Write(person.Id), null, null);
                return person.Id;
            },
            cancellationToken) ?? await store.FindFirstAsync(request.Repeats, cancellationToken);
        if (made is not { } id)
        {
            return Problem.Of(StatusCodes.Status409Conflict, "There is a person of this e-mail address already.");
        }

        var stored = await store.Users.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        return TypedResults.Created($"{Api.Base}/people/{Ids.Write(id)}", PersonAnswer.Of(stored));
    }

    /// <summary>Answers a person: oneself, a member of a course that one teaches, or for administrators anybody.</summary>
    /// <param name="id">Id of the person.</param>
    /// <response code="200">The person.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="404">There is no such person, or none that you may see.</response>
    private static async Task<Ok<PersonAnswer>> GetAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        TypedResults.Ok(PersonAnswer.Of(await store.Users.AsNoTracking().SingleAsync(p => p.Id == visit.Id, cancellationToken)));
}
