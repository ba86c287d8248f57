using System.Globalization;
using Keyline.Identity.Changes;
using Keyline.Identity.Domains;
using Keyline.Identity.People;

namespace Keyline.Identity.Federation.Managing;

/// <summary>
/// Takes a connection away. It must be switched off first, so that nobody finds out by a sign-in that fails. People stay, and
/// so does who they were there: nobody else can ever become them.
/// </summary>
public sealed class RemoveConnection(IConnectionStore connections, IIdentityLinks links, IDomainStore domains, ConnectionWork work, ChangeRecorder recorder)
{
    /// <summary>How many people are known through it.</summary>
    public Task<int> CountPeopleAsync(Connection connection, CancellationToken ct) => links.CountAsync(connection.TenantId, connection.Id, ct);

    public async Task<Result<Connection, ConnectionFault>> RemoveAsync(ConnectionRight right, ConnectionId id, CancellationToken ct)
    {
        if (right.IsSetup)
        {
            return new ConnectionFault(ConnectionFaultCode.NotPermitted, "a set-up link removes nothing; ask whoever sent it");
        }

        var found = await work.FindAsync(right, id, ct);
        if (!found.Ok)
        {
            return found.Fault;
        }

        if (found.Value.Enabled)
        {
            return new ConnectionFault(ConnectionFaultCode.StillEnabled, "people may sign in through it still; switch it off first");
        }

        var people = await CountPeopleAsync(found.Value, ct);
        foreach (var domain in await domains.ListAsync(right.Actor.Tenant.Id, ct))
        {
            if (domain.ConnectionId == id)
            {
                domains.Update(domain with { ConnectionId = null });
                recorder.Announce(right.Actor, ChangeKinds.Domain, domain.Id.ToString());
            }
        }

        connections.Remove(found.Value);
        work.Record(right, found.Value, "connection.remove", ("people", people.ToString(CultureInfo.InvariantCulture)));
        return await recorder.TryCommitAsync(CancellationToken.None) ? found.Value : ConnectionFault.Conflict;
    }
}
