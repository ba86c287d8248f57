using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>What we believe of one identity provider.</summary>
public sealed record IdentityProviderTrust
{
    /// <summary>Its entity ID.</summary>
    public required string EntityId { get; init; }

    /// <summary>The keys it may sign with; several while it changes them. The first eight are tried.</summary>
    public required IReadOnlyList<VerificationKey> SigningKeys { get; init; }

    /// <summary>What it must sign.</summary>
    public SignaturePolicy SignaturePolicy { get; init; }

    /// <summary>Whether it may send people that we did not send to it (Profiles 4.1.5).</summary>
    public bool AllowIdpInitiated { get; init; }

    /// <summary>
    /// Whether it may encrypt with AES-CBC, which does not protect itself against change. The verifier answers every such failure
    /// in the same words, and only a response signed on the outside is told more of.
    /// </summary>
    public bool InsecureAllowCbc { get; init; }
}
