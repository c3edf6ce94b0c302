using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Printing;
using RnnGrader.Web.Requests;
using RnnGrader.Web.Service;

namespace RnnGrader.Web.Pages.Printing;

/// <summary>From the code on a sheet of paper to the worksheet it was printed from. A code lets nobody in: who may see the worksheet is decided there.</summary>
internal static class CodePages
{
    public static void MapCodePages(this IEndpointRouteBuilder pages)
    {
        var codes = pages.MapGroup("/code").Is(Act.EnterCode).RequireRateLimiting(RateLimits.Codes);
        codes.MapGet("", FindAsync);
        codes.MapGet("/{code}", FindAsync);
    }

    private static async Task<IResult> FindAsync(string? code, Visit visit, StoreContext store, Visits visits, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return Ask("", null, StatusCodes.Status200OK);
        }

        if (SheetCode.Read(code) is not { } read)
        {
            return Ask(code, Texts.CodeMistyped, StatusCodes.Status422UnprocessableEntity);
        }

        if (await store.Instances.Where(i => i.Code == read).Select(i => (Guid?)i.Id).SingleOrDefaultAsync(cancellationToken) is not { } found)
        {
            return Ask(code, Texts.CodeUnknown, StatusCodes.Status404NotFound);
        }

        var id = Ids.Write(found);
        var roles = (await visits.FindAsync(Place.Instance, id, visit.Caller, cancellationToken))?.Roles ?? Roles.None;
        return roles.HasFlag(Roles.Owner) ? TypedResults.Redirect($"/worksheets/{id}")
            : (roles & Roles.Staff) != Roles.None ? TypedResults.Redirect($"/worksheets/{id}/paper")
            : visit.Caller is null ? TypedResults.Redirect($"/sign-in?return={Uri.EscapeDataString($"/code/{SheetCode.Write(read)}")}")
            : Ask(code, Texts.CodeOfSomebodyElse, StatusCodes.Status403Forbidden);
    }

    private static RazorComponentResult<CodePage> Ask(string typed, string? objection, int status)
    {
        var page = PageResults.Show<CodePage>(new { Typed = typed, Objection = objection });
        page.StatusCode = status;
        return page;
    }
}
