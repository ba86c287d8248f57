namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>Identifies a service provider that is registered at a tenant.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SamlAppId(Guid Value) : IId<SamlAppId>, IComparable<SamlAppId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static SamlAppId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SamlAppId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(SamlAppId left, SamlAppId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(SamlAppId left, SamlAppId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(SamlAppId left, SamlAppId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(SamlAppId left, SamlAppId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(SamlAppId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
