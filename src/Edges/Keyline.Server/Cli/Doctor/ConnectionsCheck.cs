using System.Globalization;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Doctor;

/// <summary>IdPs' certificates that run out, metadata that can't be read, and differences that wait for an administrator.</summary>
internal sealed class ConnectionsCheck(IConnectionStore connections, TimeProvider time) : ITenantCheck
{
    private static readonly TimeSpan _soon = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<Finding>> RunAsync(Tenant tenant, CancellationToken ct) =>
    [
        .. (await connections.ListAsync(tenant.Id, ct)).Where(connection => connection.Enabled)
            .SelectMany(connection => connection.Settings is SamlConnectionSettings saml ? Look($"{tenant.Slug}: connection '{connection.Slug}'", saml) : []),
    ];

    private IEnumerable<Finding> Look(string about, SamlConnectionSettings saml)
    {
        if (saml.HeldProvider is not null)
        {
            yield return Finding.Warn(about, "the IdP's metadata has changed, and the change waits for an administrator",
                "Look at the difference in the console, and apply it.");
        }

        if (saml.MetadataFault is { } fault)
        {
            yield return Finding.Warn(about, $"the IdP's metadata could not be read: {fault}", "Check the metadata address; changed certificates would not be noticed.");
        }

        if (saml.Provider is { } provider && IdpCertificates.FindLastEnd(provider) is { } end)
        {
            var now = time.GetUtcNow();
            var day = end.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (end <= now)
            {
                yield return Finding.Fail(about, $"the IdP's last signing certificate ended on {day}", "Get the IdP's present metadata and apply it: nobody can sign in with this one.");
            }
            else if (end - now < _soon)
            {
                yield return Finding.Warn(about, $"the IdP's last signing certificate ends on {day}", "Ask the IdP's administrators for the next one before that day.");
            }
        }
    }
}
