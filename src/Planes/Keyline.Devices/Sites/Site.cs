namespace Keyline.Devices.Sites;

/// <summary>A building or branch of a tenant; holds devices and doors, and is a scope for roles.</summary>
public sealed record Site
{
    public const int MaxSlugLength = 40;

    public const int MaxNameLength = 200;

    public required SiteId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The site's short name, made as a tenant's slug is; unique in the tenant.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
