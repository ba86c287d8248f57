namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>Identifies a sign-out on its way through the apps.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct LogoutRunId(Guid Value) : IId<LogoutRunId>, IComparable<LogoutRunId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static LogoutRunId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static LogoutRunId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(LogoutRunId left, LogoutRunId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(LogoutRunId left, LogoutRunId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(LogoutRunId left, LogoutRunId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(LogoutRunId left, LogoutRunId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(LogoutRunId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
