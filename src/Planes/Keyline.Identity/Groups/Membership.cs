using Keyline.Identity.People;

namespace Keyline.Identity.Groups;

/// <summary>A person is in a group.</summary>
public sealed record Membership
{
    public required TenantId TenantId { get; init; }

    public required GroupId GroupId { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset Since { get; init; }
}
