using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;

namespace Keyline.Identity.Groups;

/// <summary>Names a group before anybody has come with it, so that it can be mapped in advance.</summary>
public sealed class AddGroup(IGroupStore groups, IConnectionStore connections, ChangeRecorder recorder)
{
    /// <param name="actor">Who.</param>
    /// <param name="connectionId">The connection whose IdP names the group, or <see cref="Group.LocalTo"/> for a local group.</param>
    /// <param name="key">The IdP's own key: an object id, a DN or a name, exactly as it comes.</param>
    /// <param name="name">What the console shows; the IdP's name replaces it when somebody comes.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<Group, RoleFault>> AddAsync(
        Actor actor, ConnectionId connectionId, string key, string name, CancellationToken ct)
    {
        if (!LineText.TryParse(key, Group.MaxKeyLength, out var cleanKey) || !LineText.TryParse(name, Group.MaxKeyLength, out var cleanName))
        {
            return new RoleFault(RoleFaultCode.BadText, $"expected a key and a name of one line each, 1 to {Group.MaxKeyLength} characters");
        }

        if (connectionId != Group.LocalTo(actor.Tenant.Id) && await connections.FindAsync(actor.Tenant.Id, connectionId, ct) is null)
        {
            return new RoleFault(RoleFaultCode.UnknownConnection, "there is no such connection");
        }

        var group = new Group
        {
            Id = GroupId.New(),
            TenantId = actor.Tenant.Id,
            ConnectionId = connectionId,
            Key = cleanKey,
            Name = cleanName,
            CreatedAt = recorder.Now,
        };
        if ((await groups.FindByKeysAsync(connectionId, [cleanKey], ct)).Count == 0)
        {
            groups.Add(group);
            recorder.Record(actor, "group.add", GroupParty.Of(group), ("key", cleanKey));
            if (await recorder.TryCommitAsync(CancellationToken.None))
            {
                return group;
            }
        }

        return new RoleFault(RoleFaultCode.GroupExists, $"the connection has a group with the key '{cleanKey}' already");
    }
}
