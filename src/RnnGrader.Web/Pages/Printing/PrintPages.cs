using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Gradebook;
using RnnGrader.Web.Lti;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.Printing;

namespace RnnGrader.Web.Pages.Printing;

/// <summary>An assignment on paper, and its answer key.</summary>
internal static class PrintPages
{
    public static void MapPrintPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/teach/assignments/{id}/print", ChooseAsync).Is(Act.Print);
        pages.MapPost("/teach/assignments/{id}/print", DrawAsync).Is(Act.Print);
        pages.MapGet("/teach/assignments/{id}/paper", ShowAsync).Is(Act.Print);
        pages.MapGet("/worksheets/{id}/paper", ShowOneAsync).Is(Act.SeeInstance);
    }

    private static async Task<IResult> ChooseAsync(string id, HttpRequest request, Visit visit, StoreContext store, CancellationToken cancellationToken) => PageResults.Show<PrintOptionsPage>(new
    {
        View = new PrintView
        {
            Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
            Choice = PrintChoice.Read(name => request.Query[name]),
            Class = await Students.Of(store, visit.Course, null).ToListAsync(cancellationToken),
        },
    });

    // Drawing is safe to repeat: what was drawn before is printed again.
    private static async Task<RedirectHttpResult> DrawAsync(string id, IFormCollection form, Visit visit, PaperPrinting printing, CancellationToken cancellationToken)
    {
        var choice = PrintChoice.Read(name => form[name]);
        await printing.DrawAsync(visit, choice, cancellationToken);
        return TypedResults.Redirect(choice.At($"/teach/assignments/{id}/paper"));
    }

    private static async Task<IResult> ShowAsync(string id, HttpRequest request, Visit visit, PaperPrinting printing, StoreContext store, CancellationToken cancellationToken)
    {
        var choice = PrintChoice.Read(name => request.Query[name]);
        return PageResults.Show<PrintPage>(new
        {
            View = new PrintView
            {
                Frame = await AssignmentFrame.OfAsync(store, visit, visit.Id, cancellationToken),
                Choice = choice,
                Site = request.Origin(),
                Printed = await printing.ReadAsync(visit, choice, cancellationToken),
            },
        });
    }

    private static async Task<IResult> ShowOneAsync(string id, HttpRequest request, Visit visit, PaperPrinting printing, CancellationToken cancellationToken) => PageResults.Show<PaperPage>(new
    {
        Printout = await printing.ReadAsync(visit, cancellationToken),
        Paper = PrintChoice.Read(name => request.Query[name]).Paper,
        Site = request.Origin(),
        visit.IsStaff,
    });
}
