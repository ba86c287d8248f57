using Keyline.Devices.Sites;

namespace Keyline.Portal.Tests.Samples;

/// <summary>A tenant with one site.</summary>
internal sealed class OneSite : ISiteStore
{
    public static Site Berlin { get; } = new()
    {
        Id = SiteId.New(),
        TenantId = ConsoleSamples.Tenant,
        Slug = "berlin",
        Name = "Berlin office",
        CreatedAt = ConsoleSamples.Now,
    };

    public Task<Site?> FindAsync(TenantId tenantId, string slug, CancellationToken ct) => Task.FromResult<Site?>(Berlin);

    public Task<IReadOnlyList<Site>> ListAsync(TenantId tenantId, CancellationToken ct) => Task.FromResult<IReadOnlyList<Site>>([Berlin]);

    public void Add(Site site) => throw new NotSupportedException();

    public void Remove(Site site) => throw new NotSupportedException();
}
