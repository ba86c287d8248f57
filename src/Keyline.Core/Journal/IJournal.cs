namespace Keyline.Journal;

/// <summary>Port: one unit of work. Rows, audit entries and changes are committed together or not at all.</summary>
public interface IJournal
{
    /// <summary>Adds an entry to the audit log of its tenant.</summary>
    void Record(AuditEntry entry);

    /// <summary>Tells every node, once it is committed.</summary>
    void Announce(Change change);

    /// <summary>Commits. A conflict with another writer is an exception here.</summary>
    Task CommitAsync(CancellationToken ct);

    /// <summary>Commits, or answers <see langword="false"/> and forgets the work when a unique value is taken already.</summary>
    Task<bool> TryCommitAsync(CancellationToken ct);
}
