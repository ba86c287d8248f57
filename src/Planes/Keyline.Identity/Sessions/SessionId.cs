namespace Keyline.Identity.Sessions;

/// <summary>Identifies a session; it is not the secret that opens it.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct SessionId(Guid Value) : IId<SessionId>, IComparable<SessionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static SessionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static SessionId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(SessionId left, SessionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(SessionId left, SessionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(SessionId left, SessionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(SessionId left, SessionId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(SessionId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
