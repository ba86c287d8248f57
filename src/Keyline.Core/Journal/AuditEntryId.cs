namespace Keyline.Journal;

/// <summary>Identifies an entry of the audit log.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct AuditEntryId(Guid Value) : IId<AuditEntryId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static AuditEntryId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static AuditEntryId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
