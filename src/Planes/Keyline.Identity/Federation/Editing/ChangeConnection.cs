using System.Text.Json;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Editing;

/// <summary>Changes what a connection is called, what it reads and how it speaks. A changed one wants a new test.</summary>
public sealed class ChangeConnection(IConnectionStore connections, ConnectionSecrets secrets, ChangeRecorder recorder)
{
    /// <summary>Takes over a draft.</summary>
    /// <param name="actor">Who changes.</param>
    /// <param name="id">The connection.</param>
    /// <param name="seen">When the connection that the draft was made from had been changed.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Connection, ConnectionFault>> ChangeAsync(
        Actor actor, ConnectionId id, DateTimeOffset seen, ConnectionDraft draft, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { } before)
        {
            return ConnectionFault.NotFound;
        }

        if (ConnectionRules.Check(draft) is { } bad)
        {
            return bad;
        }

        if (draft.Settings.Kind != before.Kind)
        {
            return new ConnectionFault(ConnectionFaultCode.BadSettings, $"a connection keeps its protocol, '{before.Kind}'; make another one for '{draft.Settings.Kind}'");
        }

        if (before.ChangedAt != seen)
        {
            return ConnectionFault.Conflict;
        }

        var settings = secrets.Keep(id, draft.Settings, before.Settings, draft.NewSecret);
        var after = before with { Name = draft.Name.Trim(), CreatesPeople = draft.CreatesPeople, Attributes = draft.Attributes, Settings = settings };
        var trust = JsonSerializer.Serialize(after.Settings) != JsonSerializer.Serialize(before.Settings) || after.Attributes != before.Attributes;
        return await KeepAsync(actor, before, trust ? after with { TestedAt = null } : after, "connection.change",
            [("name", after.Name), ("creates-people", $"{after.CreatesPeople}"), ("trust-changed", $"{trust}"), ("new-secret", $"{draft.NewSecret is not null}")]);
    }

    /// <summary>Puts another key of ours into our metadata, or makes that one sign.</summary>
    public async Task<Result<Connection, ConnectionFault>> RotateKeyAsync(Actor actor, ConnectionId id, SamlKeys keys, CancellationToken ct)
    {
        if (await connections.FindAsync(actor.Tenant.Id, id, ct) is not { Settings: SamlConnectionSettings settings } before)
        {
            return ConnectionFault.NotFound;
        }

        var waiting = settings.Keys.Any(key => key.State == SamlKeyState.Next);
        var rotated = waiting ? SamlKeys.Promote(settings) : keys.AddNext(id, settings);
        return await KeepAsync(actor, before, before with { Settings = rotated }, waiting ? "connection.key-promote" : "connection.key-add", []);
    }

    internal async Task<Result<Connection, ConnectionFault>> KeepAsync(
        Actor actor, Connection before, Connection after, string action, (string Name, string Value)[] facts)
    {
        var kept = after with { ChangedAt = recorder.Now };
        connections.Update(kept);
        recorder.Record(actor, action, SignInRecorder.PartyOf(before), facts);
        recorder.Announce(actor, ChangeKinds.Connection, before.Id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? kept : ConnectionFault.Conflict;
    }
}
