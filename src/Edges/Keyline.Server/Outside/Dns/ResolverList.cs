using System.Net;

namespace Keyline.Server.Outside.Dns;

/// <summary>Which resolvers to ask.</summary>
internal static class ResolverList
{
    private const int Port = 53;
    private const string SystemFile = "/etc/resolv.conf";

    public static IReadOnlyList<IPEndPoint> From(DnsOptions options)
    {
        IEnumerable<string> configured = options.Resolvers.Count > 0 ? options.Resolvers
            : File.Exists(SystemFile) ? Parse(File.ReadLines(SystemFile)) : [];
        return [.. configured.Select(WithPort)];
    }

    /// <summary>The nameserver lines of resolv.conf(5); three at most, as there.</summary>
    public static IReadOnlyList<string> Parse(IEnumerable<string> lines) =>
    [
        .. lines.Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["nameserver", _, ..])
            .Select(words => words[1])
            .Where(address => IPAddress.TryParse(address, out _))
            .Take(3),
    ];

    private static IPEndPoint WithPort(string text)
    {
        var endpoint = IPEndPoint.Parse(text);
        return endpoint.Port == 0 ? new IPEndPoint(endpoint.Address, Port) : endpoint;
    }
}
