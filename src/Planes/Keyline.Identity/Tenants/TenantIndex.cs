using System.Collections.Concurrent;
using Keyline.Journal;
using Keyline.Tenancy;

namespace Keyline.Identity.Tenants;

/// <summary>Keeps the tenants that are in use in memory; a change to one makes it be read again.</summary>
public sealed class TenantIndex : IChangeListener
{
    private readonly ConcurrentDictionary<TenantSlug, Tenant> _bySlug = new();
    private long _generation;

    public Tenant? Find(TenantSlug slug) => _bySlug.GetValueOrDefault(slug);

    public async Task<Tenant?> FindAsync(TenantSlug slug, ITenantStore store, CancellationToken ct)
    {
        if (Find(slug) is { } known)
        {
            return known;
        }

        var generation = Interlocked.Read(ref _generation);
        var tenant = await store.FindAsync(slug, ct);
        if (tenant is not null && generation == Interlocked.Read(ref _generation))
        {
            _bySlug[slug] = tenant;
            if (generation != Interlocked.Read(ref _generation))
            {
                _bySlug.TryRemove(slug, out _);
            }
        }

        return tenant;
    }

    /// <inheritdoc/>
    public void OnChange(Change change)
    {
        if (change.Kind != ChangeKinds.Tenant)
        {
            return;
        }

        Interlocked.Increment(ref _generation);
        foreach (var (slug, tenant) in _bySlug)
        {
            if (tenant.Id == change.TenantId)
            {
                _bySlug.TryRemove(slug, out _);
            }
        }
    }
}
