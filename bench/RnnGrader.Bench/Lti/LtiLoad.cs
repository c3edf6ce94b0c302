using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace RnnGrader.Bench.Lti;

/// <summary>Launches as fast as they are answered, and scores as fast as they are sent.</summary>
internal static class LtiLoad
{
    private const int Students = 300;
    private static readonly string[] Deployments = ["1"];

    /// <summary>Launches a second, and the median and 99th percentile of the milliseconds of one; scores a second to a platform that answers at once, and to one that takes 50 ms.</summary>
    public static async Task<string> RunAsync(Uri address, string administrator, int launches, int clients, bool delivers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = clients * 2 });
        await using var platform = await Platform.StartAsync();
        var tool = address.GetLeftPart(UriPartial.Authority);
        var (instructor, assignment, item) = await PrepareAsync(http, platform, tool, administrator);
        var students = Enumerable.Range(0, Students).Select(i => new Visitor(http, platform, tool, $"student-{i}")).ToList();
        await EachAsync(Students, clients, i => students[i].LaunchAsync(assignment));

        var taken = new double[launches];
        var clock = Stopwatch.StartNew();
        // One browser launches one thing at a time.
        await EachAsync(clients, clients, async client =>
        {
            for (var number = client; number < launches; number += clients)
            {
                taken[number] = (await students[(number / clients % (Students / clients) * clients) + client].LaunchAsync(assignment)).TotalMilliseconds;
            }
        });
        var seconds = clock.Elapsed.TotalSeconds;
        Array.Sort(taken);
        var figures = string.Create(CultureInfo.InvariantCulture, $"{launches / seconds:F0} {taken[launches / 2]:F1} {taken[launches * 99 / 100]:F1}");
        if (!delivers)
        {
            return figures;
        }

        await EachAsync(Students, clients, async i =>
        {
            var instance = await students[i].PostAsync($"/assignments/{assignment}/items/{item}/instance", "{}");
            await students[i].PostAsync($"/instances/{instance.GetProperty("id").GetString()}/submissions", """{"answers": {"h_1": ["1+3-1", "5", "0"], "y_1": [7, "-2"]}}""");
        });
        var course = (await instructor.GetAsync("/me")).GetProperty("courses")[0].GetProperty("id").GetString()!;
        await SentAsync(instructor, course);
        var atOnce = await DeliverAsync(instructor, course, platform);
        platform.Delay = TimeSpan.FromMilliseconds(50);
        var slower = await DeliverAsync(instructor, course, platform);
        return string.Create(CultureInfo.InvariantCulture, $"{figures} {atOnce:F0} {slower:F0}");
    }

    private static async Task<(Visitor Instructor, string Assignment, string Item)> PrepareAsync(HttpClient http, Platform platform, string tool, string administrator)
    {
        using var registering = new HttpRequestMessage(HttpMethod.Post, tool + "/api/v1/lti/registrations") { Headers = { { "Authorization", $"Bearer {administrator}" } } };
        registering.Content = JsonContent.Create(new
        {
            issuer = platform.Issuer,
            clientId = Platform.Client,
            name = "The bench's platform",
            authorizationEndpoint = platform.Issuer + "/auth",
            tokenEndpoint = platform.Issuer + "/token",
            keysUrl = platform.Issuer + "/keys",
            deployments = Deployments,
        });
        using var registered = await http.SendAsync(registering);
        registered.EnsureSuccessStatusCode();
        var instructor = new Visitor(http, platform, tool, "instructor", "Instructor");
        await instructor.LaunchAsync(null);
        var course = (await instructor.GetAsync("/me")).GetProperty("courses")[0].GetProperty("id").GetString();
        var made = await instructor.PostAsync($"/courses/{course}/assignments", """{"title": "RNN by hand", "published": true, "items": [{"exercise": "rnn-step-1"}]}""");
        return (instructor, made.GetProperty("id").GetString()!, made.GetProperty("items")[0].GetProperty("id").GetString()!);
    }

    // All scores are wanted again at one moment.
    private static async Task<double> DeliverAsync(Visitor instructor, string course, Platform platform)
    {
        var before = platform.Scores;
        await instructor.PostAsync($"/courses/{course}/deliveries/again", "{}");
        var clock = Stopwatch.StartNew();
        while (platform.Scores < before + Students)
        {
            await Task.Delay(5);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        await SentAsync(instructor, course);

        // Two scores of one cell are more than a second apart.
        await Task.Delay(TimeSpan.FromSeconds(2));
        return Students / seconds;
    }

    private static async Task SentAsync(Visitor instructor, string course)
    {
        while ((await instructor.GetAsync($"/courses/{course}/deliveries?state=waiting")).GetProperty("items").GetArrayLength() > 0)
        {
            await Task.Delay(50);
        }
    }

    private static Task EachAsync(int count, int clients, Func<int, Task> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (i, _) => await work(i));
}
