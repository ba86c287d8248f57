using Keyline.Identity.Federation;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Secrets;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>Takes a sign-out from app to app (Profiles 4.4.3.4), and in the end back to where it began.</summary>
public sealed class TellApps(
    ILogoutRunStore runs, ISamlAppStore apps, ProviderKeys keys, IIdentityJournal journal, PublicOrigin origin, TimeProvider time)
{
    private static readonly TimeSpan _goodFor = TimeSpan.FromMinutes(5);

    /// <summary>Tells the next app that can be told; commits where the run has come to.</summary>
    public async Task<LogoutOutcome> NextAsync(ProviderRequest from, LogoutRun run, SecretText state, CancellationToken ct)
    {
        while (run.Waiting.Count > 0)
        {
            var step = run.Waiting[0];
            run = run with { Waiting = [.. run.Waiting.Skip(1)], Told = null };
            if (await apps.FindAsync(run.TenantId, step.AppId, ct) is not { } app || EndpointOf(app) is not { } endpoint)
            {
                // An app without single logout stays signed in, and whoever asked is told that not all ended.
                run = run with { Partial = true };
                continue;
            }

            var request = new LogoutRequest
            {
                Id = ProtocolMessage.NewId(),
                IssueInstant = time.GetUtcNow(),
                Issuer = EntityId(from),
                Destination = endpoint.Location,
                NameId = NameOf(from, app, step),
                SessionIndexes = [step.Index],
                NotOnOrAfter = time.GetUtcNow() + _goodFor,
            };
            runs.Update(run with { Told = step with { RequestId = request.Id } });
            await journal.CommitAsync(CancellationToken.None);
            return await SendAsync(from, request, endpoint.Binding, app, state.Reveal(), ct);
        }

        runs.Update(run with { Told = null });
        await journal.CommitAsync(CancellationToken.None);
        return await FinishAsync(from, run, ct);
    }

    private async Task<LogoutOutcome> FinishAsync(ProviderRequest from, LogoutRun run, CancellationToken ct)
    {
        if (run.Initiator is not { } initiator || await apps.FindAsync(run.TenantId, initiator, ct) is not { } app || EndpointOf(app) is not { } endpoint)
        {
            return new LogoutOutcome.Done(run.ReturnPath, run.Partial);
        }

        var response = new LogoutResponse
        {
            Id = ProtocolMessage.NewId(),
            IssueInstant = time.GetUtcNow(),
            Issuer = EntityId(from),
            Destination = endpoint.ResponseLocation ?? endpoint.Location,
            InResponseTo = run.RequestId,
            Status = run.Partial
                ? new SamlStatus(StatusCodes.Success, StatusCodes.PartialLogout, "Not every app could be signed out.")
                : SamlStatus.Success,
        };
        return await SendAsync(from, response, endpoint.Binding, app, run.RelayState, ct);
    }

    private static MetadataEndpoint? EndpointOf(SamlApp app) =>
        app.SingleLogout.FirstOrDefault(endpoint => endpoint.Binding == SamlBinding.Redirect) ?? (app.SingleLogout is [var other, ..] ? other : null);

    private NameId NameOf(ProviderRequest from, SamlApp app, LogoutStep step) => new()
    {
        Value = step.NameId,
        Format = step.NameIdFormat,
        NameQualifier = step.NameIdFormat == NameIdFormats.Persistent ? EntityId(from) : null,
        SpNameQualifier = step.NameIdFormat == NameIdFormats.Persistent ? app.EntityId : null,
    };

    private string EntityId(ProviderRequest from) => new ProviderAddresses(origin.Value, from.Tenant.Slug).EntityId;

    private async Task<LogoutOutcome> SendAsync(
        ProviderRequest from, ProtocolMessage message, SamlBinding binding, SamlApp app, string? relayState, CancellationToken ct)
    {
        using var key = await keys.OpenAsync(from.Tenant, ct);
        return binding == SamlBinding.Redirect
            ? new LogoutOutcome.Redirect(SamlMessageWriter.ToRedirect(message, key, relayState), app.Name)
            : new LogoutOutcome.Post(SamlMessageWriter.ToPost(message, key, relayState), app.Name);
    }
}
