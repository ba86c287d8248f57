namespace Keyline.Journal;

/// <summary>Identifies an entry of the audit log.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct AuditEntryId(Guid Value) : IId<AuditEntryId>, IComparable<AuditEntryId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static AuditEntryId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static AuditEntryId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(AuditEntryId left, AuditEntryId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(AuditEntryId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
