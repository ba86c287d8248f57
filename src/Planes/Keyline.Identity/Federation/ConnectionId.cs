namespace Keyline.Identity.Federation;

/// <summary>Identifies a connection to an IdP.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct ConnectionId(Guid Value) : IId<ConnectionId>, IComparable<ConnectionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static ConnectionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static ConnectionId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(ConnectionId left, ConnectionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(ConnectionId left, ConnectionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(ConnectionId left, ConnectionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(ConnectionId left, ConnectionId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(ConnectionId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
