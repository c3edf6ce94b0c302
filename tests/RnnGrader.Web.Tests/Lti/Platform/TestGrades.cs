using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RnnGrader.Web.Tests.Lti.Platform;

/// <summary>The platform's gradebook (AGS 2.0): a line item per link, made with it, and those that the tool makes.</summary>
internal sealed class TestGrades(TestPlatform platform)
{
    private const string ScopeBase = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    private const string ScoreType = "application/vnd.ims.lis.v1.score+json";
    private const string ItemType = "application/vnd.ims.lis.v2.lineitem+json";
    private const string ItemsType = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private readonly ConcurrentDictionary<string, JsonObject> items = [];

    /// <summary>What the tool is told that it may do.</summary>
    public string[] Scopes { get; set; } = [ScopeBase + "lineitem", ScopeBase + "result.readonly", ScopeBase + "score"];

    /// <summary>Whether a link comes with a line item of its own.</summary>
    public bool CouplesItems { get; set; } = true;

    /// <summary>How many line items a page of their list has.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Where the list's next page is said to be, in place of where it is.</summary>
    public string? OtherNext { get; set; }

    /// <summary>The cells, by line item and user.</summary>
    public ConcurrentDictionary<(string Item, string User), Cell> Cells { get; } = [];

    /// <summary>Every score that was taken, in order.</summary>
    public ConcurrentQueue<(string Item, string User, double Score, DateTimeOffset Stamp)> Taken { get; } = [];

    /// <summary>Every score as it came in, whatever was answered.</summary>
    public ConcurrentQueue<(string User, double Score, DateTimeOffset Stamp)> Arrived { get; } = [];

    /// <summary>What went against the rules: each would be a failed request at a real platform.</summary>
    public ConcurrentQueue<string> Offences { get; } = [];

    /// <summary>Decides, before a score is looked at, whether it is answered by a fault; null for none.</summary>
    public Func<HttpContext, Task<IResult?>> Fault { get; set; } = _ => Task.FromResult<IResult?>(null);

    /// <summary>The fault comes after the score was taken: the tool does not learn of it.</summary>
    public Func<HttpContext, Task<IResult?>> LateFault { get; set; } = _ => Task.FromResult<IResult?>(null);

    /// <summary>What is answered in place of the list of line items; null for the list.</summary>
    public Func<IResult?> ListFault { get; set; } = () => null;

    /// <summary>What is answered in place of making a line item; null for making it.</summary>
    public Func<IResult?> MakeFault { get; set; } = () => null;

    /// <summary>What is answered in place of a user's results; null for the results.</summary>
    public Func<string?, IResult?> ResultsFault { get; set; } = _ => null;

    public IReadOnlyCollection<JsonObject> Items => [.. items.Values];

    public void AddTo(JsonObject claims, string course, string link)
    {
        var grades = new JsonObject { ["scope"] = new JsonArray([.. Scopes.Select(scope => JsonValue.Create(scope))]), ["lineitems"] = ItemsUrl(course) };
        if (CouplesItems)
        {
            items.TryAdd($"{course}-{link}", new() { ["id"] = ItemUrl($"{course}-{link}"), ["label"] = "A link", ["scoreMaximum"] = 100, ["resourceLinkId"] = link });
            grades["lineitem"] = ItemUrl($"{course}-{link}");
        }

        claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = grades;
        claims["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new JsonObject { ["context_memberships_url"] = platform.Roster.Url(course), ["service_versions"] = new JsonArray("2.0") };
    }

    public void Forget(string item) => items.TryRemove(item, out _);

    public Cell? CellOf(string item, string user) => Cells.GetValueOrDefault((item, user));

    public void Map(WebApplication app)
    {
        // The query belongs to the address, as Moodle's type_id does: who puts /scores behind it is answered 400.
        app.MapGet("/grades/{course}/lineitems", List);
        app.MapPost("/grades/{course}/lineitems", MakeAsync).DisableAntiforgery();
        app.MapPost("/grades/lineitems/{item}/scores", TakeAsync).DisableAntiforgery();
        app.MapGet("/grades/lineitems/{item}/results", Results_);
    }

    private string ItemsUrl(string course) => $"{platform.Issuer}/grades/{course}/lineitems?type_id=1";

    private string ItemUrl(string item) => $"{platform.Issuer}/grades/lineitems/{item}?type_id=1";

    // It does not know the filter, as some do not.
    private IResult List(string course, string? type_id, int? page, HttpContext http)
    {
        if (ListFault() is { } fault)
        {
            return fault;
        }

        if (type_id != "1" || !platform.Tokens.Allows(http.Request, ScopeBase + "lineitem") || !Accepts(http, ItemsType))
        {
            return type_id != "1" ? TypedResults.BadRequest() : TypedResults.Unauthorized();
        }

        var all = items.Where(i => i.Key.StartsWith(course + "-", StringComparison.Ordinal)).OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Value.DeepClone()).ToList();
        if (((page ?? 0) + 1) * PageSize < all.Count || OtherNext is not null)
        {
            http.Response.Headers.Link = $"<{OtherNext ?? $"{ItemsUrl(course)}&page={(page ?? 0) + 1}"}>; rel=\"next\"";
        }

        return TypedResults.Content(new JsonArray([.. all.Skip((page ?? 0) * PageSize).Take(PageSize)]).ToJsonString(), ItemsType);
    }

    private async Task<IResult> MakeAsync(string course, string? type_id, HttpContext http)
    {
        if (type_id != "1" || http.Request.ContentType?.StartsWith(ItemType, StringComparison.Ordinal) != true || !platform.Tokens.Allows(http.Request, ScopeBase + "lineitem"))
        {
            Offences.Enqueue($"lineitems: {http.Request.QueryString} {http.Request.ContentType}");
            return TypedResults.BadRequest();
        }

        if (MakeFault() is { } fault)
        {
            return fault;
        }

        var made = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        var name = $"{course}-made-{items.Count}";
        made["id"] = ItemUrl(name);
        items[name] = made;
        return TypedResults.Content(made.ToJsonString(), ItemType, statusCode: 201);
    }

    private async Task<IResult> TakeAsync(string item, string? type_id, HttpContext http)
    {
        // Read first: who gives up while this hangs may have been heard all the same.
        var sent = (await JsonNode.ParseAsync(http.Request.Body))!;
        var (user, text) = ((string)sent["userId"]!, (string)sent["timestamp"]!);
        var stamp = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        var score = (double)sent["scoreGiven"]! / (double)sent["scoreMaximum"]!;
        Arrived.Enqueue((user, score, stamp));
        http.Items["user"] = user;
        if (await Fault(http) is { } fault)
        {
            return fault;
        }

        if (type_id != "1" || http.Request.ContentType?.StartsWith(ScoreType, StringComparison.Ordinal) != true)
        {
            Offences.Enqueue($"scores: {http.Request.QueryString} {http.Request.ContentType}");
            return TypedResults.BadRequest();
        }

        if (!platform.Tokens.Allows(http.Request, ScopeBase + "score"))
        {
            return TypedResults.Unauthorized();
        }

        if (!items.ContainsKey(item))
        {
            return TypedResults.Content("<html><body>No such column</body></html>", "text/html", statusCode: 404);
        }

        if (stamp > DateTimeOffset.UtcNow + platform.ClockAhead || !(text.EndsWith('Z') || text.Contains('+', StringComparison.Ordinal)) || !text.Contains('.', StringComparison.Ordinal))
        {
            Offences.Enqueue($"stamp {text} at {DateTimeOffset.UtcNow + platform.ClockAhead:O}");
        }

        lock (Cells)
        {
            // Whole seconds are compared: the same second is a conflict.
            if (CellOf(item, user) is { } before && stamp.ToUnixTimeSeconds() <= before.Stamp.ToUnixTimeSeconds())
            {
                return TypedResults.Content("<html>Refused score with an earlier or equal timestamp</html>", "text/html", statusCode: 409);
            }

            Cells[(item, user)] = new((string?)sent["gradingProgress"] == "FullyGraded" ? score : null, stamp, (string?)sent["comment"], (string?)sent["activityProgress"]);
            Taken.Enqueue((item, user, score, stamp));
        }

        return await LateFault(http) ?? TypedResults.Ok();
    }

    private IResult Results_(string item, string? type_id, string? user_id, HttpContext http) =>
        type_id != "1" || !platform.Tokens.Allows(http.Request, ScopeBase + "result.readonly") ? TypedResults.BadRequest()
        : ResultsFault(user_id) is { } fault ? fault
        : TypedResults.Content(new JsonArray([.. Cells.Where(c => c.Key.Item == item && (user_id is null || c.Key.User == user_id) && c.Value.Score is not null)
            .Select(c => new JsonObject { ["userId"] = c.Key.User, ["resultScore"] = c.Value.Score * 100, ["resultMaximum"] = 100 })]).ToJsonString(), "application/vnd.ims.lis.v2.resultcontainer+json");

    private static bool Accepts(HttpContext http, string type) => http.Request.Headers.Accept.ToString().Contains(type, StringComparison.Ordinal);

    internal sealed record Cell(double? Score, DateTimeOffset Stamp, string? Comment, string? Activity);
}
