using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SignIn;
using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;
using Keyline.Secrets;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>An app answers our logout request: the sign-out goes on to the next one.</summary>
public sealed class ContinueLogout(ILogoutRunStore runs, TellApps tell, ITransactionStore once, TimeProvider time)
{
    public async Task<Result<LogoutOutcome, SamlProviderFault>> ContinueAsync(
        ProviderRequest from, IncomingMessage message, SamlApp app, MessageTrust trust, CancellationToken ct)
    {
        if (message.RelayState is not { Length: BearerSecret.Length } text
            || await runs.FindAsync(from.Tenant.Id, BearerSecret.Hash(new SecretText(text)), ct) is not { } run
            || run.ExpiresAt <= time.GetUtcNow() || run.Told is not { RequestId: { } requestId } told || told.AppId != app.Id)
        {
            return new SamlProviderFault(SamlProviderFaultCode.UnknownRequest, "no sign-out waits for this app's answer under its RelayState");
        }

        var verified = LogoutVerifier.VerifyResponse(message, trust, requestId, time.GetUtcNow());
        if (!verified.Ok)
        {
            return SamlProviderFault.Of(SamlProviderFaultCode.MessageRefused, verified.Fault);
        }

        if (!await once.SpendOnceAsync(run.TenantId, "saml.logout-response", requestId, run.ExpiresAt, ct))
        {
            return new SamlProviderFault(SamlProviderFaultCode.Replayed, $"the answer to '{requestId}' came before");
        }

        var status = verified.Value.Message.Status;
        return await tell.NextAsync(
            from, run with { Partial = run.Partial || !status.IsSuccess || status.SubCode is not null }, new SecretText(text), CancellationToken.None);
    }
}
