using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Assignments;
using RnnGrader.Web.Courses;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Transfers;

/// <summary>A course as one document, out and in again.</summary>
internal static class TransferEndpoints
{
    // A hundred assignments of a hundred items, with parameters.
    private const int MaxBytes = 4 * 1024 * 1024;

    public static IEndpointRouteBuilder MapTransfers(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/courses").WithTags("Courses");
        courses.MapGet("/{id}/export", ExportAsync).Is(Act.ExportCourse).ProducesAccessProblems();
        courses.MapPost("/import", ImportAsync).Is(Act.MakeCourse).AddEndpointFilter<Validated<CourseImport>>().WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .ProducesBodyProblems().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return api;
    }

    /// <summary>Answers a course as one document: title, term, groups with goals, assignments with items and times. Nobody's name or work is in it.</summary>
    /// <param name="id">Id of the course.</param>
    /// <response code="200">The document, which `POST /courses/import` takes.</response>
    private static async Task<Ok<CourseDocument>> ExportAsync(string id, Visit visit, StoreContext store, CancellationToken cancellationToken)
    {
        var course = await store.Courses.AsNoTracking().SingleAsync(c => c.Id == visit.Course, cancellationToken);
        var groups = await store.Groups.AsNoTracking().Where(g => g.CourseId == visit.Course).ToListAsync(cancellationToken);
        var assignments = await store.Assignments.AsNoTracking().Include(a => a.Items).AsSingleQuery()
            .Where(a => a.CourseId == visit.Course && a.ArchivedAt == null).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(new CourseDocument(
            course.Title, course.Term,
            [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal).Select(group => new GroupAnswer(group.Name, group.Goal))],
            [.. assignments.Select(assignment => WithoutIds(AssignmentRequest.Of(assignment)))]));
    }

    /// <summary>Makes a course of a document. Whoever makes it is its instructor; it has no students yet.</summary>
    /// <response code="201">The course.</response>
    /// <response code="401">Nobody is signed in.</response>
    /// <response code="403">Students and assistants make no courses.</response>
    /// <response code="422">Something in the document has no meaning; `errors` says what.</response>
    private static async Task<Created<CourseAnswer>> ImportAsync(
        Posted<CourseImport> request, Visit visit, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        var (now, import, shift) = (time.Now(), request.Value, Shift.Of(request.Value));
        var course = store.AddCourse(visit, import.Title ?? import.Course!.Title!, import.Term ?? import.Course!.Term!, now);
        store.AddRange((import.Course!.Groups ?? []).Select(group => new Group { CourseId = course.Id, Name = group.Name, Goal = group.Goal }));
        foreach (var (number, sent) in (import.Course.Assignments ?? []).Index())
        {
            // Ids sort by time: a millisecond apart, assignments keep their order.
            var assignment = AssignmentRow.New(course.Id, now.AddMilliseconds(number));
            assignment.Set(shift.Move(WithoutIds(sent)), now, $"course.assignments[{number}].");
            store.Add(assignment);
            store.Record(visit with { CourseId = course.Id }, now, "assignment.made", Ids.Write(assignment.Id), null, AssignmentAnswer.Of(assignment));
        }

        var made = await store.SaveOnceAsync(request.Repeats, course.Id, now, cancellationToken);
        return TypedResults.Created($"{Api.Base}/courses/{Ids.Write(made)}", await store.CourseAsync(made, visit.PersonId, cancellationToken));
    }

    private static AssignmentRequest WithoutIds(AssignmentRequest assignment) => assignment with { Items = [.. (assignment.Items ?? []).Select(item => item with { Id = null })] };
}
