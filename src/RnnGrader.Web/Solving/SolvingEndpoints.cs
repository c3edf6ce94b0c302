using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using RnnGrader.Grading.Solving;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Solving;

/// <summary>Help with an instance: hints on the way, and the worked solution. For practice both are open.</summary>
internal static class SolvingEndpoints
{
    public static IEndpointRouteBuilder MapSolving(this IEndpointRouteBuilder api)
    {
        var instance = api.MapGroup("/instances/{id}").WithTags("Instances").ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        instance.MapGet("/hints/{blank}/{row}/{column}", HintAsync).Is(Act.AskForHelp).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        instance.MapGet("/solution", SolveAsync).Is(Act.AskForHelp);
        return api;
    }

    /// <summary>A hint for a cell, and stores that it was shown. For a set the cell is row 0, column 0.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <param name="blank">The blank.</param>
    /// <param name="row">Zero-based row.</param>
    /// <param name="column">Zero-based column.</param>
    /// <param name="level">1 (the default), 2 or 3.</param>
    /// <response code="200">The hint.</response>
    /// <response code="403">The assignment gives no feedback yet.</response>
    /// <response code="404">There is no such instance, or it has no such cell.</response>
    /// <response code="422">`level` is none.</response>
    private static async Task<Results<Ok<HintAnswer>, ProblemHttpResult>> HintAsync(
        string id, string blank, string row, string column, string? level, Visit visit, Help help, StoreContext store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Number(level ?? "1") is not { } number || number is < 1 or > Hints.Levels)
        {
            return Problem.Invalid("level", $"level must be a whole number from 1 to {Hints.Levels}.");
        }

        if (await help.NoHintReasonAsync(visit, cancellationToken) is { } reason)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, reason);
        }

        if (Number(row) is not { } r || Number(column) is not { } c || Hints.Of(visit.Drawn!.Sheet, blank, r, c, number) is not { } hint)
        {
            return Problem.Of(StatusCodes.Status404NotFound, "This instance has no such cell. Its blanks say how many rows and columns they have; both are counted from 0.");
        }

        if (!visit.IsStaff)
        {
            await store.KeepAsync(new HintUse { InstanceId = visit.Id, Blank = blank, Row = r, Column = c, Level = number, ShownAt = time.Now() }, cancellationToken);
        }

        return TypedResults.Ok(new HintAnswer(id, blank, r, c, number, hint.Text, hint.MathMl));
    }

    /// <summary>The worked solution: every blank with its value and its steps in words and numbers.</summary>
    /// <param name="id">Id of the instance.</param>
    /// <response code="200">The solution.</response>
    /// <response code="403">You may still be graded on these numbers.</response>
    /// <response code="404">There is no such instance, or it is not yours.</response>
    private static async Task<Results<Ok<SolutionAnswer>, ProblemHttpResult>> SolveAsync(string id, Visit visit, Help help, CancellationToken cancellationToken) =>
        await help.NoSolutionReasonAsync(visit, cancellationToken) is { } reason
            ? Problem.Of(StatusCodes.Status403Forbidden, reason)
            : TypedResults.Ok(new SolutionAnswer(id, Solutions.Of(visit.Drawn!.Sheet)));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
