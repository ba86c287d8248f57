using Keyline.Journal;

namespace Keyline.Storage.Core;

/// <summary>A link of an audit chain as it is stored.</summary>
internal sealed record AuditLinkRow
{
    public required TenantId TenantId { get; init; }

    public required long Number { get; init; }

    public required AuditEntryId EntryId { get; init; }

    public required byte[] Hash { get; init; }
}
