namespace Keyline.Identity.SignIn;

/// <summary>Identifies a sign-in that is under way.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct TransactionId(Guid Value) : IId<TransactionId>, IComparable<TransactionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static TransactionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TransactionId From(Guid value) => new(value);

    /// <summary>Whether one was made before another.</summary>
    public static bool operator <(TransactionId left, TransactionId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one was made after another.</summary>
    public static bool operator >(TransactionId left, TransactionId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one was not made after another.</summary>
    public static bool operator <=(TransactionId left, TransactionId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one was not made before another.</summary>
    public static bool operator >=(TransactionId left, TransactionId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(TransactionId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
