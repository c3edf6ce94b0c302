using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;
using RnnGrader.Web.Outbound;

namespace RnnGrader.Web.Lti.Keys;

/// <summary>Platforms' public keys. Copies of the service need not agree about them: each fetches what it misses.</summary>
internal sealed partial class PlatformKeys(OutboundHttp http, TimeProvider time, ILogger<PlatformKeys> logger)
{
    // One fetch brings every rotation, and a stranger's made-up kid must not make us a nuisance.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly (TimeSpan Least, TimeSpan Usual, TimeSpan Most) Age = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1));
    private const int LeastBits = 2048;

    private readonly ConcurrentDictionary<string, KeySet> sets = [];

    /// <summary>The key; null where the platform has none of this name.</summary>
    /// <exception cref="LtiRefusal">Its keys were never had and can't be had now.</exception>
    public async Task<SecurityKey?> FindAsync(string url, string kid, CancellationToken cancellationToken)
    {
        var set = sets.GetOrAdd(url, _ => new());
        var now = time.GetUtcNow();
        if (set.Find(kid) is { } known && now < set.FreshUntil)
        {
            return known;
        }

        await set.OneFetch.WaitAsync(cancellationToken);
        try
        {
            if (set.Keys is null || !(now < set.TriedAt + Pause))
            {
                await FetchAsync(url, set, cancellationToken);
            }
        }
        finally
        {
            set.OneFetch.Release();
        }

        return set.Keys is null ? throw new LtiRefusal("keys_unavailable", $"The platform's keys can't be had from {url} now. Try again in a minute.") : set.Find(kid);
    }

    // The last good keys stay while the platform is away.
    private async Task FetchAsync(string url, KeySet set, CancellationToken cancellationToken)
    {
        set.TriedAt = time.GetUtcNow();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            var answer = await http.SendAsync(request, cancellationToken);
            if (answer.Status != 200)
            {
                throw new OutboundException($"{url} answered {answer.Status}.");
            }

            set.Keys = JsonWebKeySet.Create(answer.Body).Keys
                .Where(key => key.Kty == "RSA" && key.Use is null or "sig" && key.KeySize >= LeastBits).ToLookup(key => key.Kid, key => (SecurityKey)key);
            var age = answer.MaxAge ?? Age.Usual;
            set.FreshUntil = set.TriedAt + (age < Age.Least ? Age.Least : age > Age.Most ? Age.Most : age);
        }
        catch (Exception error) when (error is OutboundException or ArgumentException or FormatException or System.Text.Json.JsonException)
        {
            LogNoKeys(url, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A platform's keys can't be read from {Url}: {Reason}")]
    private partial void LogNoKeys(string url, string reason);

    private sealed class KeySet
    {
        public SemaphoreSlim OneFetch { get; } = new(1, 1);

        public ILookup<string, SecurityKey>? Keys { get; set; }

        public DateTimeOffset FreshUntil { get; set; }

        public DateTimeOffset TriedAt { get; set; }

        public SecurityKey? Find(string kid) => Keys?[kid].FirstOrDefault();
    }
}
