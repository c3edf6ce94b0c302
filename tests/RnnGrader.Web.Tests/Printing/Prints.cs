using System.Net;
using System.Text.RegularExpressions;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Printing;

/// <summary>Prints as somebody with a browser does: chooses, sends the form, reads the pages.</summary>
internal static partial class Prints
{
    /// <summary>Draws and reads what is to be printed.</summary>
    public static async Task<string> PrintAsync(this Classroom room, string choice = "content=Both&paper=A4")
    {
        using var drawn = await room.Instructor.Http.SendPrintAsync(room.AssignmentId, choice);
        Assert.True(drawn.HasLed(), $"{drawn.StatusCode}");
        return await room.Instructor.Http.PageAsync($"/teach/assignments/{room.AssignmentId}/paper?{choice}");
    }

    /// <summary>Sends the form as it is on the page of whoever may see it.</summary>
    public static async Task<HttpResponseMessage> SendPrintAsync(this HttpClient http, string assignment, string choice)
    {
        // The token of a form that everybody sees; it is the same for all forms of one browser.
        var token = Token().Match(await http.PageAsync("/")).Groups[1].Value;
        var fields = choice.Split('&').Select(field => field.Split('=')).Select(field => KeyValuePair.Create(field[0], field[1]));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/teach/assignments/{assignment}/print") { Content = form };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether the form led to the pages; a client does not send its token again where it is redirected to.</summary>
    public static bool HasLed(this HttpResponseMessage response) => response.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/paper", StringComparison.Ordinal);

    public static async Task<HttpResponseMessage> BrowseAsync(this HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<string> PageAsync(this HttpClient http, string path)
    {
        using var response = await http.BrowseAsync(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        return text;
    }

    /// <summary>The codes on a printed page, in order.</summary>
    public static IReadOnlyList<string> Codes(string page) => [.. Code().Matches(page).Select(code => code.Groups[1].Value)];

    /// <summary>The answers of a printed key, as they stand there.</summary>
    public static IReadOnlyList<string> Answers(string page) => [.. Answer().Matches(page).Select(answer => answer.Groups[1].Value)];

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<b class=\"code\">([^<]+)</b>")]
    private static partial Regex Code();

    [GeneratedRegex("<span class=\"answer\">(.+?)</span>")]
    private static partial Regex Answer();
}
