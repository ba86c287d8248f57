namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Identifies a request of a service provider that waits for its answer.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct PendingRequestId(Guid Value) : IId<PendingRequestId>, IComparable<PendingRequestId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static PendingRequestId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static PendingRequestId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(PendingRequestId left, PendingRequestId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(PendingRequestId left, PendingRequestId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(PendingRequestId left, PendingRequestId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(PendingRequestId left, PendingRequestId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(PendingRequestId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
