using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Until when an IdP's certificates are good.</summary>
public static class IdpCertificates
{
    /// <summary>The end of the certificate that lasts longest; null when none can be read.</summary>
    public static DateTimeOffset? FindLastEnd(SamlProvider provider) =>
        provider.SigningCertificates.Select(FindEnd).Max();

    private static DateTimeOffset? FindEnd(string base64)
    {
        var der = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, der, out var length))
        {
            return null;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der.AsSpan(0, length));
            return certificate.NotAfter.ToUniversalTime();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
