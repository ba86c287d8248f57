using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Devices.Sites;

/// <summary>Adds a site to a tenant.</summary>
public sealed class AddSite(ISiteStore sites, IDevicesJournal journal, TimeProvider time)
{
    /// <param name="tenantId">Whose it is to be.</param>
    /// <param name="slug">Its short name.</param>
    /// <param name="name">The name that people read.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Site, SiteFault>> AddAsync(TenantId tenantId, string slug, string name, AuditParty actor, CancellationToken ct)
    {
        if (!TenantSlug.TryParse(slug, out _))
        {
            return new SiteFault(SiteFaultCode.BadSlug, $"expected 1 to {Site.MaxSlugLength} characters of a–z, 0–9 and inner hyphens");
        }

        var title = name.Trim();
        if (title.Length is 0 or > Site.MaxNameLength || title.Any(char.IsControl))
        {
            return new SiteFault(SiteFaultCode.BadName, $"expected a name of one line, 1 to {Site.MaxNameLength} characters");
        }

        var site = new Site { Id = SiteId.New(), TenantId = tenantId, Slug = slug, Name = title, CreatedAt = time.GetUtcNow() };
        sites.Add(site);
        journal.Record(new AuditEntry
        {
            TenantId = tenantId,
            At = site.CreatedAt,
            Action = "site.add",
            Outcome = AuditOutcome.Success,
            Actor = actor,
            Target = new AuditParty("site", site.Id.ToString(), site.Name),
        });
        return await journal.TryCommitAsync(ct)
            ? site
            : new SiteFault(SiteFaultCode.SlugTaken, $"the tenant has a site '{slug}' already");
    }
}
