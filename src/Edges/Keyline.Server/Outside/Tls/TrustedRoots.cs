using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Keyline.Server.Outside.Tls;

/// <summary>Whom a TLS client trusts: the system's roots, or only those of a file of one's own.</summary>
internal static class TrustedRoots
{
    /// <summary>What is wrong with this PEM file of roots, or null.</summary>
    public static string? Problem(string? file)
    {
        try
        {
            return string.IsNullOrEmpty(file) || Read(file).Count > 0 ? null : $"'{file}' holds no certificate in PEM form";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"'{file}' cannot be read: {e.Message}";
        }
    }

    public static X509Certificate2Collection Read(string file)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(file);
        return roots;
    }

    /// <summary>The roots of a text in PEM form; none when it holds none.</summary>
    public static X509Certificate2Collection ReadText(string pem)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(pem);
        return roots;
    }

    /// <summary>TLS with the host's name checked; the roots of the file alone when one is given.</summary>
    public static SslClientAuthenticationOptions Options(string host, string? file) =>
        Options(host, string.IsNullOrEmpty(file) ? null : Read(file));

    /// <summary>TLS with the host's name checked; these roots alone when there are any.</summary>
    public static SslClientAuthenticationOptions Options(string host, X509Certificate2Collection? roots)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (roots is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(roots);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }
}
