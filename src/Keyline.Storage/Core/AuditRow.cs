using Keyline.Journal;

namespace Keyline.Storage.Core;

/// <summary>An audit entry as it is stored. PostgreSQL adds the number of the transaction by itself.</summary>
internal sealed record AuditRow
{
    public long Number { get; init; }

    public required AuditEntryId Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Action { get; init; }

    public required AuditOutcome Outcome { get; init; }

    public required string ActorKind { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string TargetKind { get; init; }

    public required string TargetId { get; init; }

    public required string TargetName { get; init; }

    public required string Reference { get; init; }

    public required string Address { get; init; }

    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    public required string SearchKey { get; init; }
}
