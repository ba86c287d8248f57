namespace Keyline.Server.Outside.Directory;

/// <summary>Limits on what directories may cost, and where they may be.</summary>
public sealed class DirectoryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Directory";

    /// <summary>How long one sign-in or search may take in all.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections to directories there are at once; others wait their turn.</summary>
    public int MaxConnections { get; set; } = 64;

    /// <summary>How many groups of a person are read.</summary>
    public int MaxGroups { get; set; } = 1000;

    /// <summary>How deep groups within groups are followed.</summary>
    public int MaxDepth { get; set; } = 10;

    /// <summary>
    /// Networks with directories that are private or this machine, such as <c>10.20.0.0/16</c>: any tenant's administrator
    /// can then make Keyline connect there.
    /// </summary>
    public IList<string> InsecureAllowNetworks { get; } = [];
}
