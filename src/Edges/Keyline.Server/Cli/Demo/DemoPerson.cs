namespace Keyline.Server.Cli.Demo;

/// <summary>Somebody of the sample company, as its corporate IdP knows them.</summary>
/// <param name="Name">First and last name.</param>
/// <param name="Department">The department's group.</param>
/// <param name="Site">The building's short name.</param>
/// <param name="Groups">The groups beyond department and building.</param>
internal sealed record DemoPerson(string Name, string Department, string Site, params string[] Groups)
{
    /// <summary>First and last name with a dot, without marks.</summary>
    public string UserName => Plain(Name);

    public string Email => $"{UserName}@{DemoCompany.Domain}";

    /// <summary>Every group that the IdP names.</summary>
    public IEnumerable<string> AllGroups => [DemoCompany.Everybody, $"site-{Site}", Department, .. Groups];

    private static string Plain(string name) => new([
        .. name.ToLowerInvariant().Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("é", "e", StringComparison.Ordinal).Replace(' ', '.'),
    ]);
}
