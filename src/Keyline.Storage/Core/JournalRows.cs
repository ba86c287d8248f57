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

/// <summary>A change as it is stored.</summary>
internal sealed record ChangeRow
{
    public long Number { get; init; }

    public required TenantId TenantId { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A link of an audit chain as it is stored.</summary>
internal sealed record AuditLinkRow
{
    public required TenantId TenantId { get; init; }

    public required long Number { get; init; }

    public required AuditEntryId EntryId { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>A signed checkpoint as it is stored.</summary>
internal sealed record AuditCheckpointRow
{
    public required TenantId TenantId { get; init; }

    public required long Number { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string KeyId { get; init; }

    public required byte[] Signature { get; init; }
}

/// <summary>How far the sealer has come; one row.</summary>
internal sealed record AuditSealerRow
{
    public required int Id { get; init; }

    public required long TransactionNumber { get; init; }

    public required long Number { get; init; }
}
