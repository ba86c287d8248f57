using Keyline.Devices.Sites;

namespace Keyline.Portal.Roles;

/// <summary>Says where a role holds. Sites are the device plane's; the human plane knows only their ids.</summary>
public sealed class SiteNames
{
    private readonly Dictionary<SiteId, Site> _sites;

    private SiteNames(IReadOnlyList<Site> sites) => (All, _sites) = (sites, sites.ToDictionary(site => site.Id));

    public IReadOnlyList<Site> All { get; }

    public static async Task<SiteNames> ReadAsync(ISiteStore store, TenantId tenant, CancellationToken ct) => new(await store.ListAsync(tenant, ct));

    /// <summary>The scope in words.</summary>
    public string Of(SiteId? id) => id is not { } at ? "whole tenant" : _sites.TryGetValue(at, out var site) ? site.Name : "a site that is gone";

    /// <summary>A role with its scope, where that is one site.</summary>
    public string Say(string role, SiteId? id) => id is null ? role : $"{role} at {Of(id)}";

    /// <summary>Whether a site is this tenant's.</summary>
    public bool Knows(SiteId id) => _sites.ContainsKey(id);
}
