using System.Net;
using RnnGrader.Web.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace RnnGrader.Web.Tests.Browser;

/// <summary>People of a course who sign in with a browser.</summary>
internal static class Classmates
{
    /// <summary>What they all sign in with afterwards.</summary>
    public const string Password = "a long enough secret";

    /// <summary>Invites somebody as an administrator would, and signs them in by the link.</summary>
    public static async Task SignInAsync(this Visitor visitor, HttpClient administrator, Someone person)
    {
        using var invited = await administrator.PostJsonAsync($"/api/v1/people/{person.Id}/invitation", "{}");
        await visitor.Page.GotoAsync((string)(await invited.ReadAsync(HttpStatusCode.Created))["url"]!);
        await visitor.Page.FillAsync("input[name=password]", Password);
        await visitor.Page.ClickAsync("main form button");
        await Expect(visitor.Page.Locator("nav a[href='/account']")).ToBeVisibleAsync();
    }
}
