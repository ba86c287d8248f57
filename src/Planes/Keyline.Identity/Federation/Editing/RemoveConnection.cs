using Keyline.Identity.Changes;
using Keyline.Identity.Domains;
using Keyline.Identity.Roles.Protection;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Editing;

/// <summary>Removes a connection, and says beforehand what that means.</summary>
public sealed class RemoveConnection(
    IConnectionStore connections, IDomainStore domains, ISessionStore sessions, AdminWays ways, ChangeRecorder recorder)
{
    private const int MaxCounted = 1000;

    /// <summary>What would happen.</summary>
    public async Task<Result<RemovalPreview, ConnectionFault>> PreviewAsync(Actor actor, ConnectionId id, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { } connection)
        {
            return ConnectionFault.NotFound;
        }

        var live = await sessions.ListLiveAsync(actor.Tenant.Id, null, null, MaxCounted, recorder.Now, ct);
        return new RemovalPreview
        {
            Connection = connection,
            Domains = [.. (await domains.ListAsync(actor.Tenant.Id, ct)).Where(domain => domain.ConnectionId == id).Select(domain => domain.Name)],
            LiveSessions = live.Count(session => session.ConnectionId == id),
            IsLastWayIn = await ways.WouldCloseAsync(actor.Tenant, new WayChange.NoConnection(id), ct),
        };
    }

    /// <summary>Removes it. Its people stay, with no way in through it; their live sessions go on until they end.</summary>
    public async Task<Result<RemovalPreview, ConnectionFault>> RemoveAsync(Actor actor, ConnectionId id, CancellationToken ct)
    {
        var preview = await PreviewAsync(actor, id, ct);
        if (!preview.Ok)
        {
            return preview;
        }

        if (preview.Value.IsLastWayIn)
        {
            return SwitchConnection.LastWayIn;
        }

        foreach (var domain in (await domains.ListAsync(actor.Tenant.Id, ct)).Where(domain => domain.ConnectionId == id))
        {
            domains.Update(domain with { ConnectionId = null });
            recorder.Announce(actor, ChangeKinds.Domain, domain.Id.ToString());
        }

        connections.Remove(preview.Value.Connection);
        recorder.Record(actor, "connection.remove", SignInRecorder.PartyOf(preview.Value.Connection),
            ("domains", string.Join(' ', preview.Value.Domains)), ("live-sessions", $"{preview.Value.LiveSessions}"));
        recorder.Announce(actor, ChangeKinds.Connection, id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? preview : ConnectionFault.Conflict;
    }
}
