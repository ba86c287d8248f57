using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Tenancy;

namespace Keyline.Identity.BreakGlass;

/// <summary>Limits break-glass accounts to networks, and removes them, but never the last way in (I8).</summary>
public sealed class ChangeBreakGlass(
    BreakGlassStatusReader statuses, IBreakGlassStore store, BreakGlassGuard guard, EndSessions sessions, BreakGlassRemoval removal,
    BreakGlassRecorder recorder)
{
    /// <summary>Sets the networks from which an account works; none: from anywhere.</summary>
    public async Task<Result<Unit, BreakGlassFault>> LimitAsync(
        TenantId tenantId, PersonId id, IReadOnlyList<string> networks, CredentialActor actor, CancellationToken ct)
    {
        if (CreateBreakGlass.CheckNetworks(networks) is { } bad)
        {
            return bad;
        }

        if ((await statuses.ReadAsync(tenantId, ct)).FirstOrDefault(status => status.Person.Id == id) is not { } found)
        {
            return Unknown(id);
        }

        await store.SaveAsync(found.Account with { AllowedNetworks = networks }, ct);
        await recorder.CommitAsync("break-glass.limit", found.Person, actor, [new("networks", string.Join(' ', networks))], ct);
        return default(Unit);
    }

    /// <summary>Removes an account: it can't sign in any more, its sessions end, its credentials are gone.</summary>
    public async Task<Result<Unit, BreakGlassFault>> RemoveAsync(Tenant tenant, PersonId id, CredentialActor actor, CancellationToken ct)
    {
        var all = await statuses.ReadAsync(tenant.Id, ct);
        if (all.FirstOrDefault(status => status.Person.Id == id) is not { } found)
        {
            return Unknown(id);
        }

        if (await guard.FindReasonToKeepAsync(tenant, found, all, ct) is { } fault)
        {
            return fault;
        }

        await sessions.AddEndOfAllAsync(tenant.Id, id, except: null, SessionEnd.PersonDeactivated, actor.Party, actor.Client, ct);
        await removal.AddAsync(found.Person, ct);
        await recorder.CommitAsync("break-glass.remove", found.Person, actor, [], ct);
        return default(Unit);
    }

    private static BreakGlassFault Unknown(PersonId id) => new(BreakGlassFaultCode.UnknownAccount, $"no break-glass account '{id}'");
}
