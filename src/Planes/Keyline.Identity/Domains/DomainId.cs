namespace Keyline.Identity.Domains;

/// <summary>Identifies a claimed e-mail domain.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct DomainId(Guid Value) : IId<DomainId>, IComparable<DomainId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static DomainId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DomainId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(DomainId left, DomainId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(DomainId left, DomainId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(DomainId left, DomainId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(DomainId left, DomainId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(DomainId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
