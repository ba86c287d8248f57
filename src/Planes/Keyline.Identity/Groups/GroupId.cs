namespace Keyline.Identity.Groups;

/// <summary>Identifies a group.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct GroupId(Guid Value) : IId<GroupId>, IComparable<GroupId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static GroupId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static GroupId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(GroupId left, GroupId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(GroupId left, GroupId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(GroupId left, GroupId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(GroupId left, GroupId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(GroupId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
