namespace Keyline.Journal;

/// <summary>Port: links committed audit entries into the tenants' chains.</summary>
public interface IAuditSeal
{
    /// <summary>Links the next committed entries, in the order of their commits. Only one node at a time succeeds.</summary>
    /// <returns>How many entries were linked; 0 when there was nothing to do or another node was quicker.</returns>
    Task<int> SealAsync(int limit, CancellationToken ct);

    /// <summary>The tenants whose chain has grown since its last checkpoint, with the chain's end.</summary>
    Task<IReadOnlyList<AuditLink>> FindUncheckedEndsAsync(CancellationToken ct);

    /// <summary>Keeps a signed checkpoint.</summary>
    Task AddAsync(AuditCheckpoint checkpoint, CancellationToken ct);
}
