using System.Net;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Storage;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Lti.Platform;

internal static class Refusals
{
    /// <summary>Holds an answer of a shared service to what a refused launch shows: the code of the check, on a page with the reference of its line in the log.</summary>
    public static async Task<string> RefusedAsync(this Houses houses, HttpResponseMessage answer, string code)
    {
        await using var sqlite = houses.Store(Database.Sqlite);
        await using var postgres = houses.Store(Database.Postgres);
        return await RefusedAsync(answer, code, sqlite, postgres);
    }

    /// <summary>The same of a service whose store is one of <paramref name="stores"/>.</summary>
    public static async Task<string> RefusedAsync(HttpResponseMessage answer, string code, params StoreContext[] stores)
    {
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, page);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"<code>{code}</code>", page, StringComparison.Ordinal);

        // The reference that the person reads out is the line's.
        var reference = page.Split("reference <code>")[1][..10];
        List<LtiLaunch> lines = [];
        foreach (var store in stores)
        {
            lines.AddRange(await store.LtiLaunches.AsNoTracking().Where(l => l.Outcome == code).ToListAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains(lines, line => line.Id.ToString("N").EndsWith(reference, StringComparison.OrdinalIgnoreCase));
        return page;
    }
}
