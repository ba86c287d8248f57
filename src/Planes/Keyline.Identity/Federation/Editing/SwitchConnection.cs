using Keyline.Identity.Changes;
using Keyline.Identity.Roles.Protection;

namespace Keyline.Identity.Federation.Editing;

/// <summary>Switches a connection on, after a test that succeeded, and off, unless it is an administrator's last way in.</summary>
public sealed class SwitchConnection(IConnectionStore connections, AdminWays ways, ChangeConnection change)
{
    /// <summary>Switches on. Forced, it goes without a test, and the audit says so.</summary>
    public async Task<Result<Connection, ConnectionFault>> EnableAsync(Actor actor, ConnectionId id, bool force, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { } connection)
        {
            return ConnectionFault.NotFound;
        }

        if (!actor.Tenant.IncludesSso)
        {
            return new ConnectionFault(ConnectionFaultCode.PlanWithoutSso, $"the plan '{actor.Tenant.Plan}' has no single sign-on");
        }

        if (ConnectionRules.Missing(connection) is { } missing)
        {
            return new ConnectionFault(ConnectionFaultCode.BadSettings, missing);
        }

        return connection.TestedAt is null && !force
            ? new ConnectionFault(ConnectionFaultCode.NotTested,
                "no test has succeeded with the settings as they are; test the connection first, or switch it on all the same and people may be unable to sign in")
            : await change.KeepAsync(actor, connection, connection with { Enabled = true }, "connection.enable", [("tested", $"{connection.TestedAt is not null}")]);
    }

    /// <summary>Switches off. Sessions that began through it go on.</summary>
    public async Task<Result<Connection, ConnectionFault>> DisableAsync(Actor actor, ConnectionId id, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { } connection)
        {
            return ConnectionFault.NotFound;
        }

        return await ways.WouldCloseAsync(actor.Tenant, new WayChange.NoConnection(id), ct)
            ? LastWayIn
            : await change.KeepAsync(actor, connection, connection with { Enabled = false }, "connection.disable", []);
    }

    internal static ConnectionFault LastWayIn { get; } = new(ConnectionFaultCode.LastWayIn,
        "it is the last way in for an administrator; make a break-glass account first, or another connection whose groups have administrators");
}
