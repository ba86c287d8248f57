using System.Collections.Frozen;
using Keyline.Identity.People;

namespace Keyline.Identity.Roles;

/// <summary>What one person may do, worked out and kept in memory until a change says otherwise.</summary>
public sealed class PersonAccess
{
    private readonly FrozenSet<string> _everywhere;
    private readonly FrozenDictionary<SiteId, FrozenSet<string>> _atSites;

    public PersonAccess(Person person, IReadOnlyList<EffectiveRole> roles, DateTimeOffset? changesAt)
    {
        Person = person;
        Roles = roles;
        ChangesAt = changesAt;
        _everywhere = roles.Where(role => role.SiteId is null).SelectMany(role => role.Role.Permissions).ToFrozenSet(StringComparer.Ordinal);
        _atSites = roles.Where(role => role.SiteId is not null)
            .GroupBy(role => role.SiteId.GetValueOrDefault())
            .ToFrozenDictionary(site => site.Key, site => site.SelectMany(role => role.Role.Permissions).ToFrozenSet(StringComparer.Ordinal));
    }

    public Person Person { get; }

    public IReadOnlyList<EffectiveRole> Roles { get; }

    /// <summary>When this stops being true by itself: the first direct grant that runs out.</summary>
    public DateTimeOffset? ChangesAt { get; }

    /// <summary>The permissions in the whole tenant.</summary>
    public IReadOnlyCollection<string> Permissions => _everywhere;

    /// <summary>The permissions at single sites, beyond those in the whole tenant.</summary>
    public IEnumerable<KeyValuePair<SiteId, FrozenSet<string>>> SitePermissions => _atSites;

    /// <summary>Whether the person may do this in the whole tenant.</summary>
    public bool Has(string permission) => _everywhere.Contains(permission);

    /// <summary>Whether the person may do this at a site.</summary>
    public bool Has(string permission, SiteId site) =>
        _everywhere.Contains(permission) || (_atSites.TryGetValue(site, out var there) && there.Contains(permission));

    public bool HasRole(string role) => Roles.Any(mine => mine.Role.Name == role);
}
