namespace Keyline.Identity.LocalSignIn;

/// <summary>Identifies a local sign-in that is under way.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct LocalTransactionId(Guid Value) : IId<LocalTransactionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static LocalTransactionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static LocalTransactionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
