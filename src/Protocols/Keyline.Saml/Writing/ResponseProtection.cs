using Keyline.Saml.Signatures;

namespace Keyline.Saml.Writing;

/// <summary>How a response that we issue is signed and encrypted.</summary>
/// <param name="Key">The key to sign with.</param>
public sealed record ResponseProtection(CertifiedKey Key)
{
    /// <summary>Whether the assertion is signed; on.</summary>
    public bool SignAssertion { get; init; } = true;

    /// <summary>Whether the response is signed; on. A response without an assertion is always signed.</summary>
    public bool SignResponse { get; init; } = true;

    /// <summary>The key to encrypt the assertion for, with AES-256-GCM; none to leave it readable.</summary>
    public VerificationKey? EncryptFor { get; init; }
}
