using Keyline.Identity.Changes;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Editing;

/// <summary>Makes a connection, from a preset or not. It may only be tested until it is switched on.</summary>
public sealed class CreateConnection(IConnectionStore connections, ConnectionSecrets secrets, ChangeRecorder recorder)
{
    public async Task<Result<Connection, ConnectionFault>> CreateAsync(
        Actor actor, string slug, Preset preset, ConnectionDraft draft, CancellationToken ct)
    {
        if (!actor.Tenant.IncludesSso)
        {
            return new ConnectionFault(ConnectionFaultCode.PlanWithoutSso, $"the plan '{actor.Tenant.Plan}' has no single sign-on; 'Connect' and 'Collaborate' have");
        }

        if ((ConnectionRules.CheckSlug(slug) ?? ConnectionRules.Check(draft)) is { } bad)
        {
            return bad;
        }

        var all = await connections.ListAsync(actor.Tenant.Id, ct);
        if (all.Any(other => other.Slug == slug))
        {
            return Taken(slug);
        }

        if (all.Count >= ConnectionRules.MaxPerTenant)
        {
            return new ConnectionFault(ConnectionFaultCode.TooMany, $"a tenant can have {ConnectionRules.MaxPerTenant} connections; remove one that is not needed");
        }

        var id = ConnectionId.New();
        var connection = new Connection
        {
            Id = id,
            TenantId = actor.Tenant.Id,
            Slug = slug,
            Name = draft.Name.Trim(),
            Preset = preset,
            CreatesPeople = draft.CreatesPeople,
            Attributes = draft.Attributes,
            Settings = secrets.Keep(id, draft.Settings, null, draft.NewSecret),
            CreatedAt = recorder.Now,
            ChangedAt = recorder.Now,
        };
        connections.Add(connection);
        recorder.Record(actor, "connection.create", SignInRecorder.PartyOf(connection),
            ("kind", connection.Kind.ToString()), ("preset", preset.ToString()), ("name", connection.Name));
        recorder.Announce(actor, ChangeKinds.Connection, id.ToString());
        return await recorder.TryCommitAsync(CancellationToken.None) ? connection : Taken(slug);
    }

    private static ConnectionFault Taken(string slug) => new(ConnectionFaultCode.SlugTaken, $"there is a connection '{slug}' already; choose another name");
}
