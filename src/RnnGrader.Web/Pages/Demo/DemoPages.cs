using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Demo;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Demo;

/// <summary>The way into the demo course with one click, on the embedded default and nowhere else.</summary>
internal static class DemoPages
{
    // In seconds. A page says how far it is as often; a course that is there is found in less.
    private const int Patience = 2;

    /// <summary>Not where Postgres is configured: there a service is meant for more people than those who try it.</summary>
    public static bool IsOffered(IConfiguration configuration) => string.IsNullOrEmpty(configuration.GetConnectionString("Postgres"));

    public static void MapDemo(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/demo", Show);
        pages.MapPost("/demo", MakeAsync);
        pages.MapPost("/demo/sign-in", SignInAsync);
    }

    private static RazorComponentResult<DemoPage> Show(DemoMaking making, HttpContext http)
    {
        if (making.IsUnderWay)
        {
            http.Response.Headers["Refresh"] = $"{Patience}";
        }

        http.Response.Headers.CacheControl = "no-store";
        return PageResults.Show<DemoPage>(new { View = new DemoView(making) });
    }

    // The forms are bound for the sake of their tokens.
    private static async Task<RedirectHttpResult> MakeAsync(IFormCollection form, DemoMaking making, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.WhenAny(making.BeginAsync(), Task.Delay(TimeSpan.FromSeconds(Patience), time, cancellationToken));
        return TypedResults.Redirect("/demo");
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<ErrorPage>>> SignInAsync(
        IFormCollection form, StoreContext store, SignInManager<Person> signIn, CancellationToken cancellationToken)
    {
        var key = People.Accounts.KeyOf(form["person"].ToString());
        var person = await store.Users.AsNoTracking().SingleOrDefaultAsync(p => p.NormalizedUserName == key && p.ErasedAt == null && !p.IsAdministrator, cancellationToken);
        if (person is null || !DemoCourse.IsGuest(person.UserName, person.PasswordHash) || await BelongsElsewhereAsync(store, person.Id, cancellationToken))
        {
            return PageResults.Refused(Problem.Of(StatusCodes.Status404NotFound, "The demo course has no such person."));
        }

        await signIn.SignInAsync(person, isPersistent: false);
        return TypedResults.Redirect(person.UserName == DemoCourse.Instructor ? $"/teach/courses/{Ids.Write(DemoCourse.Id)}" : $"/courses/{Ids.Write(DemoCourse.Id)}");
    }

    private static Task<bool> BelongsElsewhereAsync(StoreContext store, Guid person, CancellationToken cancellationToken) =>
        store.Memberships.AnyAsync(m => m.PersonId == person && m.CourseId != DemoCourse.Id, cancellationToken);
}
