using Keyline.Identity.Clock;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Tools;

/// <summary>Reads how single sign-on stands at a tenant.</summary>
public sealed class SsoReader(IConnectionStore connections, IDomainStore domains, ReadClocks clocks)
{
    internal async Task<SsoModel> ReadAsync(HttpContext context, SettingsForm form, CancellationToken ct)
    {
        var tenant = context.Tenant();
        return new SsoModel
        {
            Tenant = tenant,
            Connections = await connections.ListAsync(tenant.Id, ct),
            VerifiedDomains = (await domains.ListAsync(tenant.Id, ct)).Count(domain => domain.VerifiedAt is not null),
            Clocks = await clocks.ReadAsync(tenant.Id, ct),
            Form = form,
            MayChange = context.SignedIn().Access.Has(Permissions.SettingsChange),
        };
    }
}
