using Keyline.Identity.Domains;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Tenancy;

namespace Keyline.Portal.Overview;

/// <summary>Which domains need an administrator's eye.</summary>
public sealed class DomainAttention(IDomainStore domains, DomainRules rules)
{
    public async Task<IReadOnlyList<AttentionItem>> ReadAsync(Tenant tenant, TenantPaths paths, CancellationToken ct)
    {
        var all = await domains.ListAsync(tenant.Id, ct);
        if (all.Count == 0)
        {
            return tenant.IncludesSso
                ? [new AttentionItem(Tone.Info, "No e-mail domain is claimed", "Claim your company's, and people find their sign-in by their e-mail address.", paths.InConsole("domains"))]
                : [];
        }

        return [.. all.Select(domain => Of(domain, paths)).OfType<AttentionItem>()];
    }

    private AttentionItem? Of(Domain domain, TenantPaths paths)
    {
        var href = paths.InConsole($"domains/{domain.Id}");
        return DomainStatus.Of(domain, rules).State switch
        {
            DomainState.Claimed => new AttentionItem(Tone.Info, $"{domain.Name} is not verified", "Publish its DNS record, then verify it.", href),
            DomainState.Missing => new AttentionItem(Tone.Warn, $"The DNS record of {domain.Name} is gone", "The domain is lost when the record stays away.", href),
            DomainState.Lost => new AttentionItem(Tone.Bad, $"{domain.Name} is no longer verified", "Its people are not found by their e-mail address. Publish the record again.", href),
            DomainState.Verified => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
