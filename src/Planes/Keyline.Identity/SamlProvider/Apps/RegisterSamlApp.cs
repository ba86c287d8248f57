using Keyline.Identity.Changes;
using Keyline.Journal;

namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>Registers, changes and removes the service providers of a tenant.</summary>
public sealed class RegisterSamlApp(ISamlAppStore apps, ChangeRecorder recorder)
{
    public const int MaxPerTenant = 500;

    /// <summary>Lets a tenant's people into an app, as its metadata describes it.</summary>
    public async Task<Result<SamlApp, SamlProviderFault>> RegisterAsync(Actor actor, SamlAppDraft draft, CancellationToken ct)
    {
        if (!actor.Tenant.IncludesSso)
        {
            var fault = SamlProviderFault.PlanWithoutSso(actor.Tenant);
            await recorder.RefuseAsync(actor, "saml-app.register", AuditParty.None, fault.Code.ToString(), fault.Detail, ct);
            return fault;
        }

        var read = SamlAppReader.Read(draft, SamlAppId.New(), actor.Tenant.Id, recorder.Now);
        if (!read.Ok)
        {
            return read.Fault;
        }

        var app = read.Value;
        var known = await apps.ListAsync(actor.Tenant.Id, ct);
        if (known.Count >= MaxPerTenant)
        {
            return new SamlProviderFault(SamlProviderFaultCode.InvalidApp, $"a tenant can have {MaxPerTenant} apps; remove one that is not needed");
        }

        if (known.Any(other => other.EntityId == app.EntityId))
        {
            return Exists(app);
        }

        apps.Add(app);
        recorder.Record(actor, "saml-app.register", PartyOf(app), ("entity-id", app.EntityId));
        return await recorder.TryCommitAsync(CancellationToken.None) ? app : Exists(app);
    }

    /// <summary>Reads an app's metadata anew. The entity ID must be the same: another one is another app.</summary>
    public async Task<Result<SamlApp, SamlProviderFault>> ReplaceAsync(Actor actor, SamlApp app, SamlAppDraft draft, CancellationToken ct)
    {
        var read = SamlAppReader.Read(draft, app.Id, actor.Tenant.Id, recorder.Now);
        if (!read.Ok)
        {
            return read.Fault;
        }

        if (read.Value.EntityId != app.EntityId)
        {
            return new SamlProviderFault(
                SamlProviderFaultCode.InvalidApp, $"expected metadata of '{app.EntityId}'; came that of '{read.Value.EntityId}'");
        }

        return await SaveAsync(actor, "saml-app.change", read.Value with { CreatedAt = app.CreatedAt, Enabled = app.Enabled });
    }

    /// <summary>Switches an app on or off. An app that is off gets no assertions.</summary>
    public Task<SamlApp> SwitchAsync(Actor actor, SamlApp app, bool enabled) =>
        SaveAsync(actor, enabled ? "saml-app.enable" : "saml-app.disable", app with { Enabled = enabled, ChangedAt = recorder.Now });

    /// <summary>Removes an app. What it knows people by goes with it when it comes again: names are made anew.</summary>
    public async Task RemoveAsync(Actor actor, SamlApp app)
    {
        apps.Remove(app);
        recorder.Record(actor, "saml-app.remove", PartyOf(app), ("entity-id", app.EntityId));
        await recorder.TryCommitAsync(CancellationToken.None);
    }

    internal static AuditParty PartyOf(SamlApp app) => new("saml-app", app.Id.ToString(), app.Name);

    private static SamlProviderFault Exists(SamlApp app) =>
        new(SamlProviderFaultCode.AppExists, $"an app with the entity ID '{app.EntityId}' is registered already");

    private async Task<SamlApp> SaveAsync(Actor actor, string action, SamlApp app)
    {
        apps.Update(app);
        recorder.Record(actor, action, PartyOf(app), ("entity-id", app.EntityId));
        await recorder.TryCommitAsync(CancellationToken.None);
        return app;
    }
}
