namespace Keyline.Journal;

/// <summary>One link of a tenant's audit chain.</summary>
/// <param name="TenantId">Whose chain.</param>
/// <param name="Number">The link's number in the chain, from 1.</param>
/// <param name="EntryId">The entry that it holds.</param>
/// <param name="Hash">SHA-256 over the previous link's hash, the number and the entry.</param>
public sealed record AuditLink(TenantId TenantId, long Number, AuditEntryId EntryId, ReadOnlyMemory<byte> Hash);
