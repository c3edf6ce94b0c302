using System.Net;
using System.Net.Sockets;

namespace RnnGrader.Web.Outbound;

/// <summary>Which addresses are of the public internet.</summary>
internal static class Addresses
{
    // https://www.iana.org/assignments/iana-ipv4-special-registry, https://www.iana.org/assignments/iana-ipv6-special-registry
    private static readonly IPNetwork[] Special =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
            .Split(' ').Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // Addresses that carry an IPv4 address within them lead where that one does: 6to4, Teredo and NAT64 are not asked at all.
    private static readonly IPNetwork[] Carrying = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>An IPv4 address written as an IPv6 one (`::ffff:…`) is taken for none.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? !Special.Any(network => network.Contains(address))
        : Global.Contains(address) && !Carrying.Any(network => network.Contains(address));
}
