using Keyline.Identity.Changes;
using Keyline.Identity.Roles;
using Keyline.Identity.SetupLinks;
using Keyline.Identity.Tenants;

namespace Keyline.Identity.Federation.Managing;

/// <summary>
/// Proof that somebody may change connections of a tenant: an administrator all of them, a set-up link its own one. The use
/// cases of managing connections take nothing else.
/// </summary>
public sealed class ConnectionRight
{
    private readonly SetupSession? _setup;

    private ConnectionRight(Actor actor, SetupSession? setup)
    {
        Actor = actor;
        _setup = setup;
    }

    public Actor Actor { get; }

    /// <summary>Whether it is a set-up link's: such a one finishes a connection and takes none away.</summary>
    public bool IsSetup => _setup is not null;

    /// <summary>The right of whoever holds the permission in the whole tenant.</summary>
    public static Result<ConnectionRight, ConnectionFault> Of(Actor actor) => actor.Has(Permissions.ConnectionsChange)
        ? Checked(actor, null)
        : new ConnectionFault(ConnectionFaultCode.NotPermitted, $"expected the permission '{Permissions.ConnectionsChange}' in the whole tenant");

    /// <summary>The right that a set-up link gives.</summary>
    public static Result<ConnectionRight, ConnectionFault> Of(SetupSession session) => Checked(session.Actor, session);

    internal bool Covers(ConnectionId id) => _setup is null || _setup.Link.ConnectionId == id;

    internal bool MayCreate => _setup is null || _setup.Link.ConnectionId is null;

    private static Result<ConnectionRight, ConnectionFault> Checked(Actor actor, SetupSession? setup) =>
        SsoPlan.Check(actor.Tenant) is { Ok: false, Fault: var plan }
            ? new ConnectionFault(ConnectionFaultCode.PlanWithoutSso, plan.Detail)
            : new ConnectionRight(actor, setup);
}
