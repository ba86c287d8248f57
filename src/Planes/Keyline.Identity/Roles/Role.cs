namespace Keyline.Identity.Roles;

/// <summary>A named set of permissions.</summary>
public sealed record Role
{
    public const int MaxNameLength = 60;

    /// <summary>The role's name, lower case, unique in the tenant.</summary>
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>Whether the role can be held for one site alone.</summary>
    public bool PerSite { get; init; }

    /// <summary>Whether the role comes with Keyline and can't be changed.</summary>
    public bool BuiltIn { get; init; }
}
