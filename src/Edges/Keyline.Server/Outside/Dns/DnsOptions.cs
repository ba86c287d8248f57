namespace Keyline.Server.Outside.Dns;

/// <summary>How TXT records are looked up.</summary>
public sealed class DnsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Dns";

    /// <summary>Resolvers as <c>ADDRESS</c> or <c>ADDRESS:PORT</c> (<c>[v6]:PORT</c>); empty means the system's, from /etc/resolv.conf.</summary>
    public IList<string> Resolvers { get; } = [];

    /// <summary>How long one question waits for its answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often all resolvers are asked over UDP before TCP is tried.</summary>
    public int Attempts { get; set; } = 2;
}
