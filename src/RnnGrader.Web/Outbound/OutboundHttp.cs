using System.Net;
using System.Net.Sockets;

namespace RnnGrader.Web.Outbound;

/// <summary>
/// Asks servers whose addresses others chose: platforms and webhooks. It connects to no address of a private network, follows no redirect, reads no more than a
/// megabyte and waits no longer than is set. `Outbound__AllowPrivateNetworks` lets it into private networks and speak plain http, for development.
/// </summary>
internal sealed class OutboundHttp : IDisposable
{
    private const int MaxBytes = 1024 * 1024;
    private readonly bool allowsPrivate;
    private readonly HttpClient http;

    public OutboundHttp(IConfiguration configuration)
    {
        allowsPrivate = configuration.GetValue("Outbound:AllowPrivateNetworks", false);
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            Timeout = TimeSpan.FromSeconds(configuration.GetValue("Outbound:RequestSeconds", 10.0)),
            MaxResponseContentBufferSize = MaxBytes,
        };
    }

    /// <summary>Why an address is not asked; null where it may be.</summary>
    public string? Refusal(string? url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var uri) ? "This is no address such as https://example.org/hook."
        : uri.UserInfo.Length > 0 ? "The address must not hold a user name or password."
        : uri.Scheme != Uri.UriSchemeHttps && !(allowsPrivate && uri.Scheme == Uri.UriSchemeHttp) ? "The address must begin with https://."
        : !allowsPrivate && IPAddress.TryParse(uri.DnsSafeHost, out var address) && !Addresses.IsPublic(address) ? "The address is in a private network."
        : !allowsPrivate && (uri.IsLoopback || uri.DnsSafeHost.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || uri.DnsSafeHost.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)) ? "The address is in a private network."
        : null;

    /// <exception cref="OutboundException">There was no answer.</exception>
    public async Task<OutboundAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Refusal(request.RequestUri?.ToString()) is { } reason)
        {
            throw new OutboundException(reason, mayPass: false);
        }

        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var retry = response.Headers.RetryAfter;
            return new(
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(cancellationToken),
                response.Headers.CacheControl?.MaxAge,
                retry?.Delta ?? (retry?.Date - response.Headers.Date),
                response.Headers.Date,
                response.Headers.SelectMany(header => header.Value.Select(value => (header.Key, value))).ToLookup(pair => pair.Key, pair => pair.value, StringComparer.OrdinalIgnoreCase));
        }
        catch (HttpRequestException error)
        {
            throw error.InnerException as OutboundException ?? new OutboundException($"{request.RequestUri!.Host} can't be reached: {error.GetBaseException().Message}");
        }
        catch (InvalidOperationException error)
        {
            throw new OutboundException($"{request.RequestUri!.Host} gave no answer that can be read: {error.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OutboundException($"{request.RequestUri!.Host} did not answer in {http.Timeout.TotalSeconds:0} s.");
        }
    }

    public void Dispose() => http.Dispose();

    // The address that is looked at is the one that is connected to: a name can't lead elsewhere in between.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!allowsPrivate && addresses.FirstOrDefault(address => !Addresses.IsPublic(address)) is not null)
        {
            throw new OutboundException($"{context.DnsEndPoint.Host} is in a private network.", mayPass: false);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
