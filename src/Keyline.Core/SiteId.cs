namespace Keyline;

/// <summary>Identifies a site (a building or branch) of a tenant.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SiteId(Guid Value) : IId<SiteId>, IComparable<SiteId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static SiteId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SiteId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(SiteId left, SiteId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(SiteId left, SiteId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(SiteId left, SiteId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(SiteId left, SiteId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(SiteId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
