using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;

namespace Keyline.Identity.SignIn;

/// <summary>Compares the groups that an IdP names with those that are known.</summary>
public sealed class GroupPlanner(IGroupStore groups)
{
    /// <summary>How many groups of one sign-in are taken.</summary>
    public const int MaxGroups = 2000;

    /// <summary>What would change for a person; null for somebody who is new.</summary>
    public async Task<GroupPlan> PlanAsync(VerifiedSignIn signIn, Person? person, DateTimeOffset now, CancellationToken ct)
    {
        var tenantId = signIn.Connection.TenantId;
        var before = person is null ? [] : await groups.ListOfPersonAsync(tenantId, person.Id, ct);
        if (signIn.Groups is not { } claimed)
        {
            return new GroupPlan { After = before, New = [], Renamed = [], Joined = [], Left = [], Ignored = 0 };
        }

        var taken = Take(claimed);
        var known = taken.Count == 0
            ? []
            : (await groups.FindByKeysAsync(signIn.Connection.Id, taken.Keys, ct)).ToDictionary(group => group.Key, StringComparer.Ordinal);
        var renamed = known.Values.Where(group => IsRenamed(group, taken[group.Key])).Select(group => group with { Name = taken[group.Key] }).ToList();
        var added = taken.Where(entry => !known.ContainsKey(entry.Key)).Select(entry => Make(signIn.Connection, entry.Key, entry.Value, now)).ToList();
        var named = known.Values.Where(group => !IsRenamed(group, taken[group.Key])).Concat(renamed).Concat(added).ToList();
        var ids = before.Select(group => group.Id).ToHashSet();
        var left = before.Where(group => group.ConnectionId == signIn.Connection.Id && !taken.ContainsKey(group.Key)).ToList();
        return new GroupPlan
        {
            After = [.. before.Where(group => group.ConnectionId != signIn.Connection.Id), .. named],
            New = added,
            Renamed = renamed,
            Joined = [.. named.Where(group => !ids.Contains(group.Id))],
            Left = left,
            Ignored = claimed.Select(group => group.Key).Distinct(StringComparer.Ordinal).Count() - taken.Count,
        };
    }

    private static Dictionary<string, string> Take(IReadOnlyList<ClaimedGroup> claimed)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in claimed)
        {
            if (taken.Count >= MaxGroups)
            {
                break;
            }

            if (group.Key.Length is > 0 and <= Group.MaxKeyLength && !group.Key.Any(char.IsControl))
            {
                var name = new string([.. group.Name.Where(c => !char.IsControl(c))]).Trim();
                taken.TryAdd(group.Key, name.Length == 0 ? group.Key : name.Length > Group.MaxKeyLength ? name[..Group.MaxKeyLength] : name);
            }
        }

        return taken;
    }

    // A key that comes without a name does not take away the name that is known.
    private static bool IsRenamed(Group group, string name) => group.Name != name && name != group.Key;

    private static Group Make(Connection connection, string key, string name, DateTimeOffset now) => new()
    {
        Id = GroupId.New(),
        TenantId = connection.TenantId,
        ConnectionId = connection.Id,
        Key = key,
        Name = name,
        CreatedAt = now,
    };
}
