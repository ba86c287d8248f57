namespace Keyline.Identity.Roles;

/// <summary>A role that a tenant made of permissions.</summary>
public sealed record CustomRole
{
    public required TenantId TenantId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Permissions { get; init; }

    public bool PerSite { get; init; }
}
