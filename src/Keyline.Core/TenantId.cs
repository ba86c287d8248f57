namespace Keyline;

/// <summary>Identifies a tenant, for ever.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct TenantId(Guid Value) : IId<TenantId>, IComparable<TenantId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static TenantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TenantId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(TenantId left, TenantId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(TenantId left, TenantId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(TenantId left, TenantId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(TenantId left, TenantId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(TenantId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
