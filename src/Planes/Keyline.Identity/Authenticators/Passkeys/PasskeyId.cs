namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>Identifies a passkey.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct PasskeyId(Guid Value) : IId<PasskeyId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static PasskeyId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static PasskeyId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
