namespace Keyline.Identity.Roles;

/// <summary>Identifies a mapping of a group to a role.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct MappingId(Guid Value) : IId<MappingId>, IComparable<MappingId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static MappingId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static MappingId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(MappingId left, MappingId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(MappingId left, MappingId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(MappingId left, MappingId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(MappingId left, MappingId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(MappingId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
