using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SamlProvider.Sessions;
using Keyline.Identity.SamlProvider.SignOn;
using Keyline.Identity.SignIn;
using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;

namespace Keyline.Identity.SamlProvider.Logout;

/// <summary>An app signs somebody out (Profiles 4.4.4.1): their session here ends first, then the other apps are told.</summary>
public sealed class AnswerLogoutRequest(
    IAppSessionStore opened, EndNamedSessions ending, LogoutRuns runs, TellApps tell, ITransactionStore once, TimeProvider time)
{
    // Longer than the message itself is good.
    private static readonly TimeSpan _rememberFor = TimeSpan.FromMinutes(15);

    public async Task<Result<LogoutOutcome, SamlProviderFault>> AnswerAsync(
        ProviderRequest from, IncomingMessage message, SamlApp app, MessageTrust trust, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var verified = LogoutVerifier.VerifyRequest(message, trust, now);
        if (!verified.Ok)
        {
            return SamlProviderFault.Of(SamlProviderFaultCode.MessageRefused, verified.Fault);
        }

        var request = verified.Value.Message;
        if (request.Id.Length > PendingRequest.MaxRequestIdLength)
        {
            return new SamlProviderFault(SamlProviderFaultCode.UnreadableMessage, $"an ID of at most {PendingRequest.MaxRequestIdLength} characters");
        }

        if (!await once.SpendOnceAsync(app.TenantId, "saml.logout-request", $"{app.Id} {request.Id}", now + _rememberFor, ct))
        {
            return new SamlProviderFault(SamlProviderFaultCode.Replayed, $"request '{request.Id}' came before");
        }

        var named = await opened.FindByNameAsync(app.Id, request.NameId.Value, [.. request.SessionIndexes], CancellationToken.None);
        var sessions = named.Select(session => session.SessionId).Distinct().ToList();
        await ending.AddAsync(from, app, request, sessions);
        var (run, state) = await runs.AddAsync(
            from.Tenant.Id, sessions, app.Id, run => run with { RequestId = request.Id, RelayState = message.RelayState }, CancellationToken.None);
        await ending.CommitAsync();
        return await tell.NextAsync(from, run, state, CancellationToken.None);
    }
}
