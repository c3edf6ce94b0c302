using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Courses;

/// <summary>Courses themselves.</summary>
internal static class CourseEndpoints
{
    public static IEndpointRouteBuilder MapCourses(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/courses").WithTags("Courses").ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        courses.MapPost("", MakeAsync).Is(Act.MakeCourse).AddEndpointFilter<Validated<CourseRequest>>().ProducesBodyProblems().ProducesProblem(StatusCodes.Status403Forbidden);
        courses.MapGet("", ListAsync).Is(Act.SeeCourses).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        courses.MapGet("/{id}", GetAsync).Is(Act.SeeCourse).ProducesProblem(StatusCodes.Status404NotFound);
        courses.MapPatch("/{id}", ChangeAsync).Is(Act.ChangeCourse).ProducesBodyProblems().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        courses.MapDelete("/{id}", DeleteAsync).Is(Act.ChangeCourse).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    /// <summary>Makes a course. Whoever makes it is its instructor.</summary>
    /// <response code="201">The course.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">Students and assistants make no courses.</response>
    /// <response code="422">The title or the term is missing or too long.</response>
    private static async Task<Created<CourseAnswer>> MakeAsync(
        Posted<CourseRequest> request, Visit visit, CourseMaking courses, StoreContext store, CancellationToken cancellationToken)
    {
        var made = await courses.MakeAsync(visit, request.Value, request.Repeats, cancellationToken);
        return TypedResults.Created($"{Api.Base}/courses/{Ids.Write(made)}", await store.CourseAsync(made, visit.PersonId, cancellationToken));
    }

    /// <summary>Lists the courses that one belongs to, for administrators all; the newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">`next` of the page before.</param>
    /// <response code="200">The courses.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="422">`limit` or `cursor` has no meaning.</response>
    private static async Task<Results<Ok<Page<CourseAnswer>>, ProblemHttpResult>> ListAsync(
        string? limit, string? cursor, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        if (!Paging.TryRead(limit, cursor, out var paging, out var problem))
        {
            return problem;
        }

        var courses = await store.CoursesOf(visit.Caller!)
            .OrderByDescending(course => course.Id).Skip(paging.After).Take(paging.Limit + 1)
            .AnswerAsync(store, visit.PersonId, cancellationToken);
        return TypedResults.Ok(paging.Cut(courses));
    }

    /// <summary>Answers a course.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">The course.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    private static async Task<Ok<CourseAnswer>> GetAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.CourseAsync(visit.Id, visit.PersonId, cancellationToken));

    /// <summary>Changes what is named: title, term, or whether the course is archived.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">The course.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of the course.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    /// <response code="422">A member has no meaning; `errors` says which.</response>
    private static async Task<Ok<CourseAnswer>> ChangeAsync(
        string id, Patched<CourseChange> change, Visit visit, StoreContext store, IValidator<CourseChange> rules, TimeProvider time, CancellationToken cancellationToken)
    {
        await store.InTransactionAsync(
            async () =>
            {
                var course = await store.LockCourseAsync(visit.Id, cancellationToken);
                var (now, before) = (time.Now(), CourseChange.Of(course));
                var after = change.Over(before, rules);
                (course.Title, course.Term) = (after.Title!.Trim(), after.Term!.Trim());
                course.ArchivedAt = after.Archived ? course.ArchivedAt ?? now : null;
                if (CourseChange.Of(course) != before)
                {
                    store.Record(visit, now, "course.changed", Ids.Write(course.Id), before, CourseChange.Of(course));
                    await store.SaveChangesAsync(cancellationToken);
                }
            },
            cancellationToken);
        return TypedResults.Ok(await store.CourseAsync(visit.Id, visit.PersonId, cancellationToken));
    }

    /// <summary>Deletes a course and all that is in it, where nobody has submitted anything; else archives it.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">The course, which has submissions and is therefore archived.</response>
    /// <response code="204">It is gone.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">You are no instructor of the course.</response>
    /// <response code="404">There is no such course, or you don't belong to it.</response>
    private static async Task<Results<NoContent, Ok<CourseAnswer>>> DeleteAsync(string id, Visit visit, CourseRemoval removal, StoreContext store, CancellationToken cancellationToken) =>
        await removal.RemoveAsync(visit, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Ok(await store.CourseAsync(visit.Id, visit.PersonId, cancellationToken));
}
