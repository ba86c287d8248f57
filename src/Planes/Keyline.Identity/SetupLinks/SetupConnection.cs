using Keyline.Identity.Changes;
using Keyline.Identity.Federation;

namespace Keyline.Identity.SetupLinks;

/// <summary>Ties a set-up link to the one connection that it sets up.</summary>
public sealed class SetupConnection(ISetupLinkStore links, IConnectionStore connections, ChangeRecorder recorder)
{
    /// <summary>The link's connection; null while there is none.</summary>
    public async Task<Connection?> FindAsync(SetupSession session, CancellationToken ct) =>
        session.Link.ConnectionId is { } id ? await connections.FindAsync(session.Tenant.Id, id, ct) : null;

    /// <summary>Keeps the connection that was just made with the link; from now on the link sets up that one alone.</summary>
    public async Task<Result<SetupSession, SetupFault>> KeepAsync(SetupSession session, ConnectionId id, CancellationToken ct)
    {
        if (session.Link.ConnectionId is { } own)
        {
            return own == id
                ? session
                : new SetupFault(SetupFaultCode.OtherConnection, "this set-up link has a connection already; go on with that one");
        }

        if (await connections.FindAsync(session.Tenant.Id, id, ct) is not { } connection)
        {
            return new SetupFault(SetupFaultCode.UnknownConnection, "there is no such connection");
        }

        var kept = session.Link with { ConnectionId = id };
        links.Update(kept);
        recorder.Record(session.Actor, "setup-link.connection", SetupSession.PartyOf(kept), ("connection", connection.Slug));
        return await recorder.TryCommitAsync(CancellationToken.None)
            ? new SetupSession(session.Tenant, kept, session.Actor.Client)
            : SetupFault.Conflict;
    }
}
