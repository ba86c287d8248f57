using Keyline.Identity.Changes;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Managing;

/// <summary>What every change of a connection does: find it, write it back with its audit entry, tell every node.</summary>
public sealed class ConnectionWork(IConnectionStore connections, ChangeRecorder recorder)
{
    internal DateTimeOffset Now => recorder.Now;

    internal ChangeRecorder Recorder => recorder;

    internal async Task<Result<Connection, ConnectionFault>> FindAsync(ConnectionRight right, ConnectionId id, CancellationToken ct) =>
        right.Covers(id) && await connections.FindAsync(right.Actor.Tenant.Id, id, ct) is { } found ? found : ConnectionFault.NotFound;

    /// <summary>Finds a connection of one protocol, with its settings.</summary>
    internal async Task<Result<(Connection Connection, TSettings Settings), ConnectionFault>> FindAsync<TSettings>(
        ConnectionRight right, ConnectionId id, ConnectionKind kind, CancellationToken ct)
        where TSettings : ConnectionSettings
    {
        var found = await FindAsync(right, id, ct);
        return !found.Ok ? found.Fault
            : found.Value.Settings is TSettings settings ? (found.Value, settings)
            : ConnectionFault.WrongKind(found.Value, kind);
    }

    /// <summary>Commits a change of what a sign-in depends on: the last test is no longer one of these settings.</summary>
    internal Task<Result<Connection, ConnectionFault>> SaveUntestedAsync(
        ConnectionRight right, Connection changed, string action, params (string Name, string Value)[] facts) =>
        SaveAsync(right, changed with { TestedAt = null }, action, facts);

    /// <summary>Commits a change.</summary>
    internal async Task<Result<Connection, ConnectionFault>> SaveAsync(
        ConnectionRight right, Connection changed, string action, params (string Name, string Value)[] facts)
    {
        var saved = changed with { ChangedAt = recorder.Now };
        connections.Update(saved);
        Record(right, saved, action, facts);
        return await recorder.TryCommitAsync(CancellationToken.None) ? saved : ConnectionFault.Conflict;
    }

    internal void Record(ConnectionRight right, Connection connection, string action, params (string Name, string Value)[] facts)
    {
        recorder.Record(right.Actor, action, SignInRecorder.PartyOf(connection), facts);
        recorder.Announce(right.Actor, ChangeKinds.Connection, connection.Id.ToString());
    }
}
