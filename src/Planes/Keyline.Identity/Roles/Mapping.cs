using Keyline.Identity.Groups;

namespace Keyline.Identity.Roles;

/// <summary>I5: whoever is in the group has the role, in the whole tenant or at one site.</summary>
public sealed record Mapping
{
    public required MappingId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required GroupId GroupId { get; init; }

    public required string Role { get; init; }

    /// <summary>The site, or null for the whole tenant.</summary>
    public SiteId? SiteId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
