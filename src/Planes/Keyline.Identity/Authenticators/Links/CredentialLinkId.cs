namespace Keyline.Identity.Authenticators.Links;

/// <summary>Identifies a one-time link for credentials.</summary>
/// <param name="Value">A UUIDv7.</param>
public readonly record struct CredentialLinkId(Guid Value) : IId<CredentialLinkId>
{
    /// <summary>Makes an id that nothing else has.</summary>
    public static CredentialLinkId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public static CredentialLinkId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
