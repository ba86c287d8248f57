namespace Keyline.Identity.SetupLinks;

/// <summary>Identifies a set-up link; it is not the secret that opens it.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SetupLinkId(Guid Value) : IId<SetupLinkId>, IComparable<SetupLinkId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static SetupLinkId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SetupLinkId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(SetupLinkId left, SetupLinkId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(SetupLinkId left, SetupLinkId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(SetupLinkId left, SetupLinkId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(SetupLinkId left, SetupLinkId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(SetupLinkId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
