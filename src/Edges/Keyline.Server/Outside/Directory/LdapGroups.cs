using Keyline.Identity.Directory;

namespace Keyline.Server.Outside.Directory;

/// <summary>Finds the groups of a person, with those that hold these groups, each once, within bounds.</summary>
internal sealed class LdapGroups(LdapConnection connection, DirectorySettings settings, DirectoryOptions options)
{
    /// <summary>Active Directory's rule for chains of members.</summary>
    private const string InChain = "(member:1.2.840.113556.1.4.1941:={dn})";

    private static readonly LdapFilter _any = new LdapFilter.Present("objectClass");

    private readonly Dictionary<string, DirectoryGroup> _found = new(StringComparer.OrdinalIgnoreCase);
    private bool _complete = true;
    private LdapResult? _refusal;

    public async Task<Result<DirectoryGroups, DirectoryFault>> FindAsync(LdapEntry person, string userName, CancellationToken ct)
    {
        if (settings.Groups == GroupLookup.MemberOf)
        {
            await ChaseAsync(person, ct);
        }
        else
        {
            await SearchAsync(person, userName, ct);
        }

        return _refusal is not null
            ? new DirectoryFault(DirectoryFaultCode.Refused, $"the directory refused to search for groups: {_refusal}")
            : new DirectoryGroups([.. _found.Values.OrderBy(group => group.Dn, StringComparer.Ordinal)], _complete);
    }

    private async Task ChaseAsync(LdapEntry person, CancellationToken ct)
    {
        var level = person.Texts("memberOf");
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth == options.MaxDepth)
            {
                _complete = false;
                return;
            }

            var next = new List<string>();
            foreach (var dn in level.Where(dn => !_found.ContainsKey(dn)))
            {
                if (_found.Count == options.MaxGroups)
                {
                    _complete = false;
                    return;
                }

                var group = await ReadAsync(dn, ct);
                _found[dn] = new DirectoryGroup(dn, group is null ? FirstValue(dn) : Name(group));
                next.AddRange(group?.Texts("memberOf").Where(parent => !_found.ContainsKey(parent)) ?? []);
            }

            level = [.. next.Distinct(StringComparer.OrdinalIgnoreCase)];
        }
    }

    private async Task SearchAsync(LdapEntry person, string userName, CancellationToken ct)
    {
        var chain = settings.Groups == GroupLookup.InChain;
        var filter = LdapFilterParser.Parse(chain ? InChain : settings.GroupFilter, "dn", "user") ?? _any;
        List<string> level = [person.Dn];
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth == options.MaxDepth)
            {
                _complete = false;
                return;
            }

            var next = new List<string>();
            foreach (var dn in level)
            {
                foreach (var group in await SearchAsync(filter, dn, userName, ct))
                {
                    if (_found.Count == options.MaxGroups)
                    {
                        _complete = false;
                        return;
                    }

                    if (_found.TryAdd(group.Dn, new DirectoryGroup(group.Dn, Name(group))) && !chain)
                    {
                        next.Add(group.Dn);
                    }
                }
            }

            // A group has no user name; no value is a zero character.
            userName = "\0";
            level = next;
        }
    }

    private async Task<List<LdapEntry>> SearchAsync(LdapFilter filter, string dn, string userName, CancellationToken ct)
    {
        var groups = new List<LdapEntry>();
        var result = await connection.SearchAsync(
            new LdapSearch
            {
                Base = settings.GroupsBase ?? settings.PeopleBase,
                Filter = filter,
                Values = new Dictionary<string, string> { ["dn"] = dn, ["user"] = userName },
                Attributes = [settings.GroupNameAttribute],
                Limit = options.MaxGroups,
            },
            groups,
            paged: true,
            ct);
        if (result.Code == LdapResult.SizeLimitExceeded)
        {
            _complete = false;
        }
        else if (result.Code != LdapResult.Success)
        {
            _refusal = result;
            groups.Clear();
        }

        return groups;
    }

    /// <summary>One group by its name, or null when it is not readable: membership counts all the same.</summary>
    private async Task<LdapEntry?> ReadAsync(string dn, CancellationToken ct)
    {
        var groups = new List<LdapEntry>();
        await connection.SearchAsync(
            new LdapSearch { Base = dn, BaseOnly = true, Filter = _any, Attributes = [settings.GroupNameAttribute, "memberOf"], Limit = 1 },
            groups,
            paged: false,
            ct);
        return groups.FirstOrDefault();
    }

    private string Name(LdapEntry group) => group.Texts(settings.GroupNameAttribute) is [var name, ..] ? name : FirstValue(group.Dn);

    /// <summary>The value of a name's first part: <c>cn=admins,ou=…</c> gives <c>admins</c>.</summary>
    private static string FirstValue(string dn)
    {
        var first = dn.Split(',')[0];
        return first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }
}
