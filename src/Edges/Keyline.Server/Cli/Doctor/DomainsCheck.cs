using Keyline.Identity.Domains;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Domains whose record is missing.</summary>
internal sealed class DomainsCheck(IDomainStore domains, DomainRules rules) : ITenantCheck
{
    public async Task<IReadOnlyList<Finding>> RunAsync(Tenant tenant, CancellationToken ct) =>
    [
        .. from domain in await domains.ListAsync(tenant.Id, ct)
           let status = DomainStatus.Of(domain, rules)
           where status.State is DomainState.Missing or DomainState.Lost
           select Finding.Warn(
               $"{tenant.Slug}: domain '{domain.Name}'",
               status.State == DomainState.Missing ? $"its TXT record is missing; it counts until {status.Until:yyyy-MM-dd}" : "its TXT record is missing, and it counts no more",
               $"Publish the record again, then run 'keyline domain verify {domain.Name} --tenant {tenant.Slug}'."),
    ];
}
