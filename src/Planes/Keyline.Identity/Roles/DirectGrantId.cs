namespace Keyline.Identity.Roles;

/// <summary>Identifies a role that was given to one person by hand.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct DirectGrantId(Guid Value) : IId<DirectGrantId>, IComparable<DirectGrantId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static DirectGrantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static DirectGrantId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(DirectGrantId left, DirectGrantId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(DirectGrantId left, DirectGrantId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(DirectGrantId left, DirectGrantId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(DirectGrantId left, DirectGrantId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(DirectGrantId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
