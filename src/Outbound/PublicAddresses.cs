using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace DetainerLedger.Outbound;

/// <summary>Distinguishes addresses of the public internet from those of a machine, a private network, or a cloud's own services.</summary>
public static class PublicAddresses
{
    // The IANA registries of special-purpose addresses, and multicast. A new entry there is rare, and is added here.
    private static readonly IPNetwork[] Special4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        // Link-local: here are the metadata services of Azure, AWS and Google Cloud.
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"),
        IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    // Only global unicast is considered at all, which excludes loopback, link-local, unique local and multicast.
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special6 =
    [
        // Teredo and 6to4 contain an IPv4 address, which may be a private one.
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20"),
    ];

    // Azure's platform services answer at this address on each virtual machine, although its range is public.
    private static readonly FrozenSet<IPAddress> PlatformServices = FrozenSet.Create(IPAddress.Parse("168.63.129.16"));

    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(address)) && !PlatformServices.Contains(address),
        // IPNetwork compares mapped addresses as IPv4, so they are excluded here. A scope belongs to one machine's interfaces.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && address.ScopeId == 0
            && Global6.Contains(address) && !Special6.Any(network => network.Contains(address)),
        _ => false,
    };
}
