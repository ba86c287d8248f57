namespace Keyline.Journal;

/// <summary>A signed statement of how far a tenant's audit chain reached, so that a cut-off end shows.</summary>
/// <param name="TenantId">Whose chain.</param>
/// <param name="Number">The number of the last link.</param>
/// <param name="Hash">The hash of the last link.</param>
/// <param name="At">When it was signed.</param>
/// <param name="KeyId">Which key signed.</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over <see cref="SignedText"/>.</param>
public sealed record AuditCheckpoint(
    TenantId TenantId, long Number, ReadOnlyMemory<byte> Hash, DateTimeOffset At, string KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>What the signature covers.</summary>
    public static string SignedText(TenantId tenantId, long number, ReadOnlyMemory<byte> hash, DateTimeOffset at) =>
        $"keyline audit checkpoint v1\n{tenantId.Value}\n{number}\n{Convert.ToHexStringLower(hash.Span)}\n{at.ToUnixTimeMilliseconds()}";
}
