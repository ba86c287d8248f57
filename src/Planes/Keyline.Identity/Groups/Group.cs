using Keyline.Identity.Federation;

namespace Keyline.Identity.Groups;

/// <summary>A set of people that an IdP names. The key is the IdP's own: an object id, a DN or a name.</summary>
public sealed record Group
{
    public const int MaxKeyLength = 512;

    public required GroupId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
