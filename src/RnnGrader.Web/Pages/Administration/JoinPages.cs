using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Access;
using RnnGrader.Web.Pages.Shell;
using RnnGrader.Web.Pages.Teaching;
using RnnGrader.Web.People;
using RnnGrader.Web.People.Joining;
using RnnGrader.Web.Requests;

namespace RnnGrader.Web.Pages.Administration;

/// <summary>Makes two people one, who came from two platforms.</summary>
internal static class JoinPages
{
    private const int MostFound = 20;

    public static void MapJoinPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/admin/people/{id}/join", (string id, string? q, Visit visit, StoreContext store, CancellationToken cancellationToken) => PageAsync(q, visit, store, [], cancellationToken)).Is(Act.JoinPeople);
        pages.MapPost("/admin/people/{id}/join", JoinAsync).Is(Act.JoinPeople);
    }

    private static async Task<IResult> JoinAsync(string id, IFormCollection form, Visit visit, JoiningPeople joining, StoreContext store, CancellationToken cancellationToken)
    {
        try
        {
            var joined = await joining.JoinAsync(visit, Ids.Read(form["person"].ToString()), cancellationToken);
            return TypedResults.Redirect($"/admin/people?q={Uri.EscapeDataString(joined.Name)}");
        }
        catch (RefusalException refusal)
        {
            store.ChangeTracker.Clear();
            return await PageAsync(form.Text("q"), visit, store, refusal.Sentences(), cancellationToken);
        }
    }

    private static async Task<IResult> PageAsync(string? q, Visit visit, StoreContext store, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var person = await store.Users.AsNoTracking().SingleAsync(p => p.Id == visit.Id, cancellationToken);
        var found = string.IsNullOrWhiteSpace(q) ? [] : await store.Users.AsNoTracking().Where(p => p.Id != visit.Id && p.ErasedAt == null).Having(q).Take(MostFound).ToListAsync(cancellationToken);
        var people = found.Select(p => p.Id).Append(person.Id).ToList();
        var platforms = await (
            from user in store.LtiUsers
            join registration in store.LtiRegistrations on user.RegistrationId equals registration.Id
            where people.Contains(user.PersonId)
            select new { user.PersonId, registration.Name }).ToListAsync(cancellationToken);
        return PageResults.Show<JoinPage>(new
        {
            View = new JoinView
            {
                Person = PersonAnswer.Of(person),
                Sought = q,
                Found = [.. found.Select(PersonAnswer.Of)],
                Platforms = platforms.ToLookup(p => Ids.Write(p.PersonId), p => p.Name),
                Objections = problems,
            },
        });
    }
}
