namespace Keyline.Server.Outside.Directory;

/// <summary>What to search for.</summary>
internal sealed record LdapSearch
{
    public required string Base { get; init; }

    /// <summary>Whether only the base itself is meant, not what is below.</summary>
    public bool BaseOnly { get; init; }

    public required LdapFilter Filter { get; init; }

    /// <summary>What stands for the filter's placeholders.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>How many entries at most; reading stops there.</summary>
    public required int Limit { get; init; }
}
