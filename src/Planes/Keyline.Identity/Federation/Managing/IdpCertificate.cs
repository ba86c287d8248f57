using Keyline.Saml.Signatures;

namespace Keyline.Identity.Federation.Managing;

/// <summary>A certificate that an IdP signs with.</summary>
/// <param name="Subject">The name in it.</param>
/// <param name="Thumbprint">SHA-256, in lower-case hexadecimal.</param>
/// <param name="NotBefore">When it begins.</param>
/// <param name="NotAfter">When it ends.</param>
public sealed record IdpCertificate(string Subject, string Thumbprint, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>An IdP's certificates, the one that lasts longest first. What can't be read is left out.</summary>
    public static IReadOnlyList<IdpCertificate> Of(Saml.SamlProvider? provider) =>
    [
        .. (provider?.SigningCertificates ?? []).Select(VerificationKey.Read).Where(key => key.Ok).Select(key => key.Value).OfType<VerificationKey>()
            .Select(key => new IdpCertificate(key.Subject, key.Thumbprint, key.NotBefore, key.NotAfter)).OrderByDescending(certificate => certificate.NotAfter),
    ];
}
