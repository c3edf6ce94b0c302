using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests.SignIn;

public sealed class InvitationTests(Houses houses)
{
    private const string Password = "four words by hand";

    [Theory, OnEveryDatabase]
    public async Task An_invitation_sets_a_password_signs_in_and_works_once(Database database)
    {
        var (ada, ben) = await CourseAsync(database);
        var invitation = await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Created);
        Assert.False((bool)invitation["sent"]!);
        var path = new Uri((string)invitation["url"]!).AbsolutePath;
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        var (accepted, _) = await visitor.SendAsync(path, path, ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(ben.Id, (string)(await visitor.Http.GetJsonAsync("/api/v1/me"))["id"]!);

        using var other = new Visitor(houses.Client(database).BaseAddress!);
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync(path)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await other.SendAsync("/sign-in", path, ("password", "another password"))).Response.StatusCode);
        Assert.False(await other.IsSignedInAsync());
        Assert.True(await other.SignInAsync(ben.Email.ToUpperInvariant(), Password));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_many_who_use_a_link_at_once_one_does(Database database)
    {
        var (ada, ben) = await CourseAsync(database);
        var path = new Uri((string)(await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Created))["url"]!).AbsolutePath;
        var visitors = Enumerable.Range(0, 6).Select(_ => new Visitor(houses.Client(database).BaseAddress!)).ToList();
        var answers = await Task.WhenAll(visitors.Select((visitor, number) => visitor.SendAsync("/sign-in", path, ("password", $"password number {number}"))));
        Assert.Single(answers, answer => answer.Response.StatusCode == HttpStatusCode.Redirect);
        Assert.All(answers, answer => Assert.True((int)answer.Response.StatusCode < 500));
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_ends_with_time_and_with_a_newer_one(Database database)
    {
        var (ada, ben) = await CourseAsync(database);
        var first = new Uri((string)(await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Created))["url"]!).AbsolutePath;
        var second = new Uri((string)(await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Created))["url"]!).AbsolutePath;
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(first)).Response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(second)).Response.StatusCode);
        await using var store = houses.Store(database);
        var id = Guid.ParseExact(ben.Id, "N");
        await store.Invitations.Where(i => i.PersonId == id && i.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, DateTime.UtcNow.AddSeconds(-1)), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(second)).Response.StatusCode);
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_is_kept_as_a_hash(Database database)
    {
        var (ada, ben) = await CourseAsync(database);
        var secret = new Uri((string)(await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Created))["url"]!).Segments[^1];
        await using var store = houses.Store(database);
        var id = Guid.ParseExact(ben.Id, "N");
        var hash = (await store.Invitations.SingleAsync(i => i.PersonId == id, TestContext.Current.CancellationToken)).Hash;
        Assert.NotEqual(secret, Convert.ToHexStringLower(hash));
        Assert.Equal(32, hash.Length);
    }

    [Theory, OnEveryDatabase]
    public async Task An_instructor_opens_no_account_that_is_somebodys_and_no_work_of_other_courses(Database database)
    {
        var (ada, ben) = await CourseAsync(database);
        await AcceptAsync(database, ada.Http, ben);
        await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Conflict);
        var reset = new Uri((string)(await InviteAsync(houses.AsAdministrator(database), ben.Id, HttpStatusCode.Created))["url"]!);
        Assert.NotEmpty(reset.AbsolutePath);

        var (eve, mia) = await CourseAsync(database);
        await ada.Http.EnrolAsync(await ada.Http.CourseAsync(), mia);
        await InviteAsync(eve.Http, mia.Id, HttpStatusCode.Conflict);
        await InviteAsync(houses.AsAdministrator(database), mia.Id, HttpStatusCode.Created);
        await InviteAsync(eve.Http, ben.Id, HttpStatusCode.NotFound);
        await InviteAsync(mia.Http, mia.Id, HttpStatusCode.Forbidden);
    }

    [Theory, InlineData("short"), InlineData("aaaaaaaaaaaa"), InlineData("")]
    public async Task A_password_that_is_easily_guessed_is_refused_and_the_link_stays_good(string password)
    {
        var (ada, ben) = await CourseAsync(Database.Postgres);
        var path = new Uri((string)(await InviteAsync(ada.Http, ben.Id, HttpStatusCode.Created))["url"]!).AbsolutePath;
        using var visitor = new Visitor(houses.Client(Database.Postgres).BaseAddress!);
        var (refused, text) = await visitor.SendAsync(path, path, ("password", password));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("role=\"alert\"", text, StringComparison.Ordinal);
        Assert.False(await visitor.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(path, path, ("password", Password))).Response.StatusCode);
    }

    [Fact]
    public async Task Where_mail_is_configured_the_link_is_sent_and_not_shown()
    {
        await using var post = new PostOffice();
        await using var service = await ServiceProcess.StartAsync(houses.Folder(), null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken),
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{post.Port}"), ("Smtp__From", "RnnGrader <no-reply@example.org>"));
        var administrator = service.Http.With(Houses.AdministratorToken);
        var ben = await administrator.PersonAsync("Ben");
        var invitation = await InviteAsync(administrator, ben.Id, HttpStatusCode.Created);
        Assert.True((bool)invitation["sent"]!);
        Assert.Null(invitation["url"]);
        var mail = await post.MailAsync();
        Assert.Contains($"RCPT TO:<{ben.Email}>", mail, StringComparison.Ordinal);
        var path = new Uri(mail.Replace("=\r\n", "", StringComparison.Ordinal).Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).AbsolutePath;
        using var visitor = new Visitor(service.Http.BaseAddress!);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(path, path, ("password", Password))).Response.StatusCode);
        Assert.DoesNotContain(path, service.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(ben.Email, service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_mail_can_not_be_sent_the_link_is_not_shown_either()
    {
        await using var service = LocalService.Start(houses.Folder(), null, ("RNNGRADER_ADMIN_TOKEN", Houses.AdministratorToken),
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{PostgresCluster.FreePort()}"), ("Smtp__From", "no-reply@example.org"));
        var administrator = service.Http.With(Houses.AdministratorToken);
        var problem = await InviteAsync(administrator, (await administrator.PersonAsync("Ben")).Id, HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("/invitation/", problem.ToJsonString(), StringComparison.Ordinal);
    }

    internal static async Task<JsonNode> InviteAsync(HttpClient inviter, string person, HttpStatusCode expected) =>
        (await inviter.AskAsync("POST", $"/api/v1/people/{person}/invitation", null, expected))!;

    private async Task AcceptAsync(Database database, HttpClient inviter, Someone person)
    {
        var path = new Uri((string)(await InviteAsync(inviter, person.Id, HttpStatusCode.Created))["url"]!).AbsolutePath;
        using var visitor = new Visitor(houses.Client(database).BaseAddress!);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync(path, path, ("password", Password))).Response.StatusCode);
    }

    private async Task<(Someone Instructor, Someone Student)> CourseAsync(Database database)
    {
        var (ada, ben) = (await houses.PersonAsync(database, "Ada"), await houses.PersonAsync(database, "Ben"));
        await ada.Http.EnrolAsync(await ada.Http.CourseAsync(), ben);
        return (ada, ben);
    }
}
