namespace Keyline.Journal;

/// <summary>Port: reads a tenant's audit log. Writing is <see cref="IJournal.Record"/>.</summary>
public interface IAuditLog
{
    /// <summary>Entries that match, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> SearchAsync(AuditQuery query, CancellationToken ct);

    /// <summary>One entry, by the reference that a person was shown.</summary>
    Task<AuditEntry?> FindByReferenceAsync(TenantId tenantId, string reference, CancellationToken ct);

    /// <summary>One entry, by its id.</summary>
    Task<AuditEntry?> FindAsync(TenantId tenantId, AuditEntryId id, CancellationToken ct);

    /// <summary>How many entries of one action ended in one way, from an instant on and before another.</summary>
    Task<int> CountAsync(
        TenantId tenantId, string action, AuditOutcome outcome, DateTimeOffset from, DateTimeOffset until, CancellationToken ct);

    /// <summary>The chain's links from a number on, each with its entry; the entry is null when its row is gone.</summary>
    Task<IReadOnlyList<(AuditLink Link, AuditEntry? Entry)>> ReadChainAsync(
        TenantId tenantId, long fromNumber, int limit, CancellationToken ct);

    /// <summary>The signed checkpoints of a tenant, oldest first.</summary>
    Task<IReadOnlyList<AuditCheckpoint>> ReadCheckpointsAsync(TenantId tenantId, CancellationToken ct);

    /// <summary>How many entries of a tenant, older than an instant, have no link yet.</summary>
    Task<long> CountUnlinkedAsync(TenantId tenantId, DateTimeOffset olderThan, CancellationToken ct);
}
