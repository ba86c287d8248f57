namespace Keyline.Identity.SignIn;

/// <summary>Identifies a sign-in that is under way.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct TransactionId(Guid Value) : IId<TransactionId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static TransactionId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static TransactionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
