namespace Keyline.Storage.Core;

/// <summary>How far the sealer has come; one row.</summary>
internal sealed record AuditSealerRow
{
    public required int Id { get; init; }

    public required long TransactionNumber { get; init; }

    public required long Number { get; init; }
}
