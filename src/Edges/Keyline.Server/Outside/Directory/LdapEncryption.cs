using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Keyline.Identity.Directory;
using Keyline.Server.Outside.Tls;

namespace Keyline.Server.Outside.Directory;

/// <summary>Encrypts the connection as the settings say, and says which certificate was not trusted and why.</summary>
internal static class LdapEncryption
{
    public static async Task<DirectoryFault?> StartAsync(LdapConnection connection, DirectorySettings settings, CancellationToken ct)
    {
        if (settings.Security == DirectorySecurity.InsecureNone)
        {
            return null;
        }

        if (settings.Security == DirectorySecurity.StartTls)
        {
            var ready = await connection.StartTlsAsync(ct);
            if (ready.Code != LdapResult.Success)
            {
                return new DirectoryFault(DirectoryFaultCode.NoEncryption, $"the directory refused StartTLS: {ready}");
            }
        }

        var why = "";
        var options = TrustedRoots.Options(settings.Host, settings.TrustedRootsPem is { } pem ? TrustedRoots.ReadText(pem) : null);
        options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            why = errors == SslPolicyErrors.None ? "" : Explain(certificate, chain, errors, settings.Host);
            return errors == SslPolicyErrors.None;
        };
        try
        {
            await connection.EncryptAsync(options, ct);
            return null;
        }
        catch (AuthenticationException e)
        {
            return new DirectoryFault(DirectoryFaultCode.CertificateNotTrusted, why.Length > 0 ? why : e.Message);
        }
    }

    private static string Explain(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        if (certificate is null)
        {
            return "the server sent no certificate";
        }

        var reasons = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            reasons.Add($"it is not for '{host}'");
        }

        reasons.AddRange(chain?.ChainStatus.Select(status => status.StatusInformation.TrimEnd('.')) ?? []);
        return $"certificate '{certificate.Subject}' of '{certificate.Issuer}', valid until {certificate.GetExpirationDateString()}: "
            + string.Join("; ", reasons);
    }
}
