using Keyline.Identity.Federation;

namespace Keyline.Identity.People;

/// <summary>I4: a person is known by (connection, immutable subject), and by nothing else.</summary>
public sealed record PersonIdentity
{
    public const int MaxSubjectLength = 512;

    public required TenantId TenantId { get; init; }

    public required ConnectionId ConnectionId { get; init; }

    public required string Subject { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }
}
