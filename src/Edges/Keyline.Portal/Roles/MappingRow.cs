using Keyline.Identity.Groups;
using Keyline.Identity.Roles;

namespace Keyline.Portal.Roles;

/// <summary>A mapping and its group; null for a group that is gone.</summary>
public sealed record MappingRow(Mapping Mapping, Group? Group)
{
    /// <summary>The rows of some mappings, one look-up a group.</summary>
    internal static async Task<IReadOnlyList<MappingRow>> ReadAsync(
        TenantId tenant, IEnumerable<Mapping> mappings, IGroupStore groups, CancellationToken ct)
    {
        var known = new Dictionary<GroupId, Group?>();
        var rows = new List<MappingRow>();
        foreach (var mapping in mappings)
        {
            if (!known.TryGetValue(mapping.GroupId, out var group))
            {
                known[mapping.GroupId] = group = await groups.FindAsync(tenant, mapping.GroupId, ct);
            }

            rows.Add(new MappingRow(mapping, group));
        }

        return rows;
    }
}
