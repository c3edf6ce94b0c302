using System.Net;
using RnnGrader.Web.Printing;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.Printing;

/// <summary>A code leads whose sheet it is to the worksheet, and lets nobody else in.</summary>
public sealed class CodeTests(Houses houses)
{
    [Theory, OnEveryDatabase]
    public async Task A_code_leads_its_student_to_the_worksheet_staff_to_the_sheet_and_nobody_else_anywhere(Database database)
    {
        var room = await Classroom.OpenAsync(houses, database, students: 2);
        var codes = Prints.Codes(await room.PrintAsync());
        var id = (string)(await room.WorkAsync(room.Student))["instance"]!;
        await LeadsAsync(room.Student.Http, codes[0], HttpStatusCode.OK, $"/worksheets/{id}");
        await LeadsAsync(room.Student.Http, codes[0].ToLowerInvariant().Replace('-', ' '), HttpStatusCode.OK, $"/worksheets/{id}");
        await LeadsAsync(room.Instructor.Http, codes[0], HttpStatusCode.OK, $"/worksheets/{id}/paper");
        await LeadsAsync(room.Students[1].Http, codes[0], HttpStatusCode.Forbidden, null, "belongs to somebody else");
        await LeadsAsync(houses.Client(database), codes[0], HttpStatusCode.OK, $"/sign-in?return=%2Fcode%2F{codes[0]}");

        var mistyped = codes[0][..^1] + (codes[0][^1] == 'Z' ? 'Y' : 'Z');
        await LeadsAsync(room.Student.Http, mistyped, HttpStatusCode.UnprocessableEntity, null, "mistyped");
        await LeadsAsync(room.Student.Http, SheetCode.New(), HttpStatusCode.NotFound, null, "No worksheet has this code");
        Assert.DoesNotContain("<form method=\"post\"", await room.Instructor.Http.PageAsync($"/worksheets/{id}/paper"), StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task The_code_of_practice_leads_anybody_to_it(Database database)
    {
        var http = houses.Client(database);
        var id = (await http.DrawAsync())["id"];
        await LeadsAsync(http, Assert.Single(Prints.Codes(await http.PageAsync($"/worksheets/{id}/paper"))), HttpStatusCode.OK, $"/worksheets/{id}");
    }

    [Fact]
    public async Task Codes_can_only_be_tried_so_fast()
    {
        await using var service = LocalService.Start(houses.Folder(), null, ("RateLimiting__Enabled", "true"), ("RateLimiting__CodesBurst", "3"), ("RateLimiting__CodesPerSecond", "1"));
        var tried = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Http.GetAsync($"/code/{SheetCode.New()}", TestContext.Current.CancellationToken)));
        Assert.Contains(tried, response => response.StatusCode == HttpStatusCode.NotFound);
        Assert.Contains(tried, response => response.StatusCode == HttpStatusCode.TooManyRequests);
        using var other = await service.Http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    // Both by the form and by the address that the QR code has. A client does not send its token again where it is redirected to: where that is counts.
    private static async Task LeadsAsync(HttpClient http, string code, HttpStatusCode status, string? address, string? sentence = null)
    {
        foreach (var path in new[] { $"/code?code={Uri.EscapeDataString(code)}", $"/code/{Uri.EscapeDataString(code)}" })
        {
            using var response = await http.BrowseAsync(path);
            if (address is not null)
            {
                Assert.Equal(address, response.RequestMessage!.RequestUri!.PathAndQuery);
                continue;
            }

            Assert.Equal((status, path), (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery));
            Assert.Contains(sentence!, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}
