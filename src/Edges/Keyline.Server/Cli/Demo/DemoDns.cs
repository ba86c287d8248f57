using Keyline.Identity.Domains;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>
/// The sample company's own name server: its domain is kept for examples and is in nobody's DNS. It publishes what the company
/// claimed, as its IT staff would, and knows no other name.
/// </summary>
internal sealed class DemoDns(IServiceScopeFactory scopes) : IDnsTexts
{
    private const string Name = "_keyline-challenge." + DemoCompany.Domain;

    public async Task<Result<DnsTextRecords, DnsFault>> FindAsync(string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (name != Name || !TenantSlug.TryParse(SeedDemo.Company, out var slug)
            || await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(slug, ct) is not { } tenant)
        {
            return new DnsFault(DnsFaultCode.NameUnknown, "the demo's name server knows the sample company's domain alone");
        }

        var claims = await scope.ServiceProvider.GetRequiredService<IDomainStore>().ListAsync(tenant.Id, ct);
        return new DnsTextRecords([.. claims.Where(claim => claim.Name == DemoCompany.Domain).Select(claim => claim.Challenge)]);
    }
}
