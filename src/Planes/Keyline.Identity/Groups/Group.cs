using Keyline.Identity.Federation;

namespace Keyline.Identity.Groups;

/// <summary>
/// A set of people that an IdP names. The key is the IdP's own: an object id, a DN or a name. A local group is kept by the tenant
/// itself, for people who sign in here: no IdP's answer ever changes who is in it.
/// </summary>
public sealed record Group
{
    public const int MaxKeyLength = 512;

    public required GroupId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether the tenant keeps it itself.</summary>
    public bool IsLocal => ConnectionId == LocalTo(TenantId);

    /// <summary>What stands for the tenant itself where a group names its source: no connection has the tenant's own identifier.</summary>
    public static ConnectionId LocalTo(TenantId tenant) => new(tenant.Value);
}
