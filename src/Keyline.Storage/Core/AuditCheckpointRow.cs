namespace Keyline.Storage.Core;

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
