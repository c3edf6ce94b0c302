using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using RnnGrader.Web.Tests.House;

namespace RnnGrader.Web.Tests;

/// <summary>Whatever is sent, the answer is never the service's mistake.</summary>
public sealed class BarrageTests(Houses houses)
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "-1", "1.5", "1e400", "-1e-400", "1e999999999", "9007199254740992", "123456789012345678901234567890", "0.1e1",
        "\"\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uD83D\\uDE00\"", "\"rnn-step-1\"", "\"rnn-step-1\\u0000\"", "\"∑→−½١٢٣\"", "\"1/0\"", "\"((((((((\"", "\"9^9^9\"",
        "\"--1\"", "\"1-3 → 0\"", "\"NaN\"", "\"Infinity\"", "\"1e5\"", "\"0x10\"", "\"'; DROP TABLE submissions; --\"", "\"<script>alert(1)</script>\"", "[]", "[[]]", "[[[[1]]]]", "{}", "{\"a\": {\"b\": []}}", "[null, null, null]",
        "[1, 2, 3]", "[[1], [2], [3]]", "[[1, 2, 3]]", "[\"1+3-1\", {}, []]", "[[1], 2, \"3\"]", "{\"difficulty\": \"standard\"}", "{\"difficulty\": null}", "{\"h_1\": [1, 2, 3]}", "{\"h_1\": null}", "{\"h_1\": \"3\"}", "{\"h_1\": [[1], [\"\\u0000\"], [null]]}",
        "{\"\": 1}", "{\"\\u0000\": 1}", "{\"\\ud800\": [1]}", "{\"y_1\": [[1, 2], [3]]}", "{\"crossed_out\": [\"W_hh\"], \"links\": [[\"a\", \"b\"]]}", "{\"x_1\": [[1e999], [0], [0]]}", "{\"x_1\": [\"\\u0000\", \"\\ud800\", 1e400]}",
        "{\"h_1\": [" + Nines(500) + ", 1, 1]}", "{\"h_1\": [\"" + Nines(200) + "\", \"1/" + Nines(190) + "\", \"" + new string('(', 200) + "\"]}", "{\"h_1\": [\"" + Pad("1", "+1", 99) + "\", \"" + Pad("9", "*9", 99) + "\", \"" + Pad("1", "/9", 99) + "\"]}",
        Nest("[", "]", 31), Nest("[", "]", 2000), Nest("{\"a\":", "}", 40), "[" + Pad("1", ",1", 50_000) + "]", "\"" + new string('x', 100_000) + "\"",
    ];

    private static readonly string[] Members = ["exercise", "seed", "parameters", "givens", "answers", "Exercise", "", "\\u0000", "__proto__"];

    private static readonly string[] Bodies =
    [
        "", " ", "{", "}", "[", "nul", "null", "1", "\"", "{}{}", "{\"exercise\"}", "{\"exercise\":}", "{\"exercise\": \"rnn-step-1\"", "{\"a\": 1, \"a\": 2}", "\uFEFF{}", "{\"exercise\": \"rnn-step-1\"}\0", Nest("[", "", 100_000), Nest("{\"a\":", "", 30_000),
    ];

    private static readonly string[] OddKeys = ["\u00ff\u00fe", "\u0001", "", new('k', 5000), "é", "a, b", "\"quoted\"", " "];

    private static readonly string[] OddTypes =
        ["application/json; charset=utf-16", "application/json; charset=nonsense", "application/json;;;", ";", "/", "application/", "application/json, text/html", "application/problem+json", "\u00ff"];

    private static readonly string[] OddAccepts = ["", ";;;", "*", "a/b;q=9", "\u00ff", new('a', 9000)];

    [Theory, OnEveryDatabase]
    public async Task No_body_is_the_services_mistake(Database database)
    {
        var http = houses.Client(database);
        var id = (await http.DrawAsync())["id"];
        string[] paths = ["/api/v1/instances", $"/api/v1/instances/{id}/submissions"];
        foreach (var body in Bodies.Concat(from member in Members from value in Values select $$"""{"{{member}}": {{value}}}"""))
        {
            await SendAsync(http, paths, body);
        }

        foreach (var (member, value) in from member in Members from value in Values select (member, value))
        {
            await SendAsync(http, paths[..1], $$"""{"exercise": "rnn-step-1", "{{(member == "exercise" ? "seed" : member)}}": {{value}}}""");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task No_made_up_body_is_the_services_mistake(Database database)
    {
        var http = houses.Client(database);
        var id = (await http.DrawAsync())["id"];
        string[] paths = ["/api/v1/instances", $"/api/v1/instances/{id}/submissions"];
        var cell = Gen.OneOf(AnyOf(Values), Gen.String.Select(text => JsonValue.Create(text)!.ToJsonString()), Gen.Double.Select(number => number.ToString("R", CultureInfo.InvariantCulture)), Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)));
        var cells = cell.Array[0, 5].Select(items => $"[{string.Join(", ", items)}]");
        var body = Gen.Select(AnyOf("answers", "givens", "parameters"), AnyOf("h_1", "y_1", "x_1", "W_hx", "difficulty"), Gen.OneOf(cell, cells),
            (member, name, value) => (member == "answers" ? "{" : "{\"exercise\": \"rnn-step-1\", ") + $"\"{member}\": {{\"{name}\": {value}}}}}");
        await body.SampleAsync(made => SendAsync(http, paths, made), iter: 400, threads: 1);
    }

    /// <summary>Sent past HttpClient, which would not send them.</summary>
    [Theory, OnEveryDatabase]
    public async Task No_request_line_or_header_is_the_services_mistake(Database database)
    {
        var http = houses.Client(database);
        var body = """{"exercise": "rnn-step-1"}""";
        var post = $"POST /api/v1/instances HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {body.Length}\r\n";
        string[] gets =
        [
            "/", "//", "/%", "/%00", "/api/v1/instances/%00", "/api/v1/instances/%ff%fe", "/api/v1/instances/%ed%a0%80", "/api/v1/../../etc/passwd", "/api/v1/exercises/%2e%2e%2f", "/api/v1/submissions/" + new string('a', 4000),
            "/api/v1/exercises?limit=%00", "/api/v1/exercises?limit=%ff", "/api/v1/exercises?cursor=%ed%a0%80", "/api/v1/exercises?cursor=" + new string('A', 4000), "/api/v1/exercises?limit", "/api/v1/exercises?&&==&limit=&", "/api/v1/exercises?limit=5&LIMIT=6",
            "/api/v1/exercises/" + new string('/', 500), "/api/v1/exercises/\u0001", "/docs/..%2f..%2fappsettings.json", "/docs/%00", "/openapi.json?x=%00", "/health/ready?%00", "http://[::1/api/v1/exercises", "*", new string('/', 20_000),
        ];
        string[] posts =
        [
            .. OddKeys.Select(key => $"{post}Content-Type: application/json\r\nIdempotency-Key: {key}\r\n\r\n{body}"),
            .. OddTypes.Select(type => $"{post}Content-Type: {type}\r\n\r\n{body}"),
            .. OddAccepts.Select(accept => $"{post}Content-Type: application/json\r\nAccept: {accept}\r\n\r\n{body}"),
            $"{post}Content-Type: application/json\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n\r\n{body}",
            $"{post}Content-Type: application/json\r\nContent-Encoding: gzip\r\nExpect: 100-continue\r\n\r\n{body}",
            $"POST /api/v1/instances HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
            $"POST /api/v1/instances HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n",
            $"POST /api/v1/instances HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n",
            $"{post}Content-Type: application/json\r\n\r\n" + new string('\u00ff', body.Length),
            $"{post}Content-Type: application/json\r\n\r\n{{\"exercise\": \"\u00e9\u00ff\u00c0\u0080\"}}",
        ];
        foreach (var request in gets.Select(path => $"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").Concat(posts))
        {
            var status = await SendRawAsync(http.BaseAddress!, request);
            Assert.True(status is >= 200 and < 500, $"{status} for {request[..Math.Min(request.Length, 300)]}");
        }
    }

    private static async Task SendAsync(HttpClient http, string[] paths, string body)
    {
        foreach (var path in paths)
        {
            using var response = await http.PostJsonAsync(path, body);
            if (response.StatusCode != HttpStatusCode.Created)
            {
                Assert.True((int)response.StatusCode is >= 400 and < 500, $"{(int)response.StatusCode} for {path} {body[..Math.Min(body.Length, 300)]}: {await response.Content.ReadAsStringAsync()}");
                await response.ProblemAsync(response.StatusCode);
            }
        }
    }

    private static async Task<int> SendRawAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync();
        while (line is "HTTP/1.1 100 Continue" or "")
        {
            line = await reader.ReadLineAsync();
        }

        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private static Gen<string> AnyOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Nines(int count) => new('9', count);

    private static string Pad(string first, string more, int count) => first + string.Concat(Enumerable.Repeat(more, count));

    private static string Nest(string open, string close, int depth) => string.Concat(Enumerable.Repeat(open, depth)) + (close == "" ? "" : "1") + string.Concat(Enumerable.Repeat(close, depth));
}
