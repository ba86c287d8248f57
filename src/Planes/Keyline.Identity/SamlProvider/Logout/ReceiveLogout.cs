using Keyline.Identity.Federation;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>Takes what comes to the logout address: an app's request, or its answer to one of ours.</summary>
public sealed class ReceiveLogout(
    ISamlAppStore apps, AnswerLogoutRequest answer, ContinueLogout goOn, ProviderRecorder recorder, PublicOrigin origin)
{
    public async Task<LogoutOutcome> ReceiveAsync(ProviderRequest from, ProviderInput input, CancellationToken ct)
    {
        var read = input.Read();
        if (!read.Ok)
        {
            return await RefuseAsync(from, SamlProviderFault.Of(SamlProviderFaultCode.UnreadableMessage, read.Fault), null, null);
        }

        var message = read.Value;
        if (message.UnprovenIssuer is not { Length: > 0 and <= SamlApp.MaxEntityIdLength } issuer
            || await apps.FindByEntityIdAsync(from.Tenant.Id, issuer, ct) is not { } app)
        {
            var unknown = new SamlProviderFault(SamlProviderFaultCode.UnknownApp, $"no app of this tenant has the entity ID '{message.UnprovenIssuer}'");
            return await RefuseAsync(from, unknown, null, message);
        }

        // An app that is switched off may still sign people out.
        var trust = new MessageTrust
        {
            EntityId = app.EntityId,
            SigningKeys = app.ToMetadata().SigningKeys,
            Location = new ProviderAddresses(origin.Value, from.Tenant.Slug).Logout,
        };
        var outcome = message.Kind == MessageKind.LogoutResponse
            ? await goOn.ContinueAsync(from, message, app, trust, ct)
            : await answer.AnswerAsync(from, message, app, trust, ct);
        return outcome.Ok ? outcome.Value : await RefuseAsync(from, outcome.Fault, app, message);
    }

    private async Task<LogoutOutcome> RefuseAsync(ProviderRequest from, SamlProviderFault fault, SamlApp? app, IncomingMessage? message) =>
        new LogoutOutcome.Refused(fault, await recorder.RefuseAsync(
            from, ProviderRecorder.Logout, fault, app, ("issuer", message?.UnprovenIssuer), ("message", message?.UnprovenId)));
}
