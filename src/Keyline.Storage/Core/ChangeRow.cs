namespace Keyline.Storage.Core;

/// <summary>A change as it is stored.</summary>
internal sealed record ChangeRow
{
    public long Number { get; init; }

    public required TenantId TenantId { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }
}
