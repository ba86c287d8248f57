using Keyline.Identity.Federation;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>
/// Takes an app's request (Profiles 4.1.4.1): reads it, finds whose it is, verifies it, and keeps it. The browser comes back for
/// the answer by an address of ours, because a form that another site posts brings no session cookie.
/// </summary>
public sealed class ReceiveAuthnRequest(
    ISamlAppStore apps, PendingRequests pending, ProviderRecorder recorder, PublicOrigin origin, TimeProvider time)
{
    public async Task<ReceiveOutcome> ReceiveAsync(ProviderRequest from, ProviderInput input, CancellationToken ct)
    {
        if (!from.Tenant.IncludesSso)
        {
            return await RefuseAsync(from, SamlProviderFault.PlanWithoutSso(from.Tenant), null, null);
        }

        var read = input.Read();
        if (!read.Ok)
        {
            return await RefuseAsync(from, SamlProviderFault.Of(SamlProviderFaultCode.UnreadableMessage, read.Fault), null, null);
        }

        var message = read.Value;
        if (await FindAsync(from, message, ct) is not { } app)
        {
            var unknown = new SamlProviderFault(SamlProviderFaultCode.UnknownApp, $"no app of this tenant has the entity ID '{message.UnprovenIssuer}'");
            return await RefuseAsync(from, unknown, null, message);
        }

        if (!app.Enabled)
        {
            return await RefuseAsync(from, new SamlProviderFault(SamlProviderFaultCode.AppDisabled, $"the app '{app.Name}' is switched off"), app, message);
        }

        var addresses = new ProviderAddresses(origin.Value, from.Tenant.Slug);
        var verified = AuthnRequestVerifier.Verify(message, app.ToMetadata(), addresses.SignOn, app.RequireSignedRequests, time.GetUtcNow());
        if (!verified.Ok)
        {
            return await RefuseAsync(from, SamlProviderFault.Of(SamlProviderFaultCode.MessageRefused, verified.Fault), app, message);
        }

        if (verified.Value.Request.Id.Length > PendingRequest.MaxRequestIdLength)
        {
            return await RefuseAsync(
                from, new SamlProviderFault(SamlProviderFaultCode.UnreadableMessage, $"an ID of at most {PendingRequest.MaxRequestIdLength} characters"), app, message);
        }

        return await pending.KeepAsync(app, verified.Value, message.RelayState, from, ct) is { } started
            ? new ReceiveOutcome.Kept(started)
            : await RefuseAsync(
                from, new SamlProviderFault(SamlProviderFaultCode.Replayed, $"request '{verified.Value.Request.Id}' came before"), app, message);
    }

    private async Task<SamlApp?> FindAsync(ProviderRequest from, IncomingMessage message, CancellationToken ct) =>
        message.UnprovenIssuer is { Length: > 0 and <= SamlApp.MaxEntityIdLength } issuer
            ? await apps.FindByEntityIdAsync(from.Tenant.Id, issuer, ct)
            : null;

    private async Task<ReceiveOutcome> RefuseAsync(ProviderRequest from, SamlProviderFault fault, SamlApp? app, IncomingMessage? message) =>
        new ReceiveOutcome.Refused(fault, await recorder.RefuseAsync(
            from, ProviderRecorder.SignOn, fault, app, ("issuer", message?.UnprovenIssuer), ("request", message?.UnprovenId)));
}
