using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.SignIn;
using Keyline.Saml.Verification;
using Keyline.Secrets;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Keeps requests until they are answered, each once, in the browser that brought it.</summary>
public sealed class PendingRequests(IPendingRequestStore store, ITransactionStore once, IIdentityJournal journal, TimeProvider time)
{
    private const int MaxContexts = 30;
    private const int MaxText = 200;

    /// <summary>Keeps a verified request; false when it came before.</summary>
    public async Task<StartedRequest?> KeepAsync(SamlApp app, VerifiedAuthnRequest verified, string? relayState, ProviderRequest from, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var request = verified.Request;
        var until = request.IssueInstant > now ? request.IssueInstant : now;
        if (!await once.SpendOnceAsync(app.TenantId, "saml.authn-request", $"{app.Id} {request.Id}", until + PendingRequest.Lifetime, ct))
        {
            return null;
        }

        var state = BearerSecret.New();
        var browser = BearerSecret.New();
        var pending = new PendingRequest
        {
            Id = PendingRequestId.New(),
            TenantId = app.TenantId,
            AppId = app.Id,
            StateHash = BearerSecret.Hash(state),
            BrowserHash = BearerSecret.Hash(browser),
            RequestId = request.Id,
            ConsumerService = verified.AssertionConsumerService.Location,
            RelayState = relayState,
            ForceAuthn = request.ForceAuthn,
            IsPassive = request.IsPassive,
            NameIdFormat = Cut(request.NameIdFormat, MaxText),
            Subject = Cut(request.Subject?.Value, PendingRequest.MaxSubjectLength),
            Contexts = [.. request.RequestedAuthnContexts.Take(MaxContexts).Select(name => Cut(name, MaxText) ?? "")],
            Comparison = request.Comparison,
            CreatedAt = now,
            ExpiresAt = now + PendingRequest.Lifetime,
            SessionBefore = from.SignedIn?.Session.Id,
        };
        store.Add(pending);
        await journal.CommitAsync(CancellationToken.None);
        return new StartedRequest(pending, state, browser);
    }

    /// <summary>What waits under a state, in its own browser; nothing is spent by looking.</summary>
    public async Task<Result<PendingRequest, SamlProviderFault>> FindAsync(
        TenantId tenantId, SecretText? state, Func<PendingRequest, SecretText?> browser, CancellationToken ct)
    {
        if (state is null || state.Reveal().Length != BearerSecret.Length || await store.FindAsync(tenantId, BearerSecret.Hash(state), ct) is not { } request)
        {
            return new SamlProviderFault(SamlProviderFaultCode.UnknownRequest, "nothing waits under this name at this tenant");
        }

        if (request.ExpiresAt <= time.GetUtcNow())
        {
            return new SamlProviderFault(
                SamlProviderFaultCode.UnknownRequest, $"the request could be answered until {request.ExpiresAt:u}");
        }

        return browser(request) is { } cookie && BearerSecret.Hash(cookie).AsSpan().SequenceEqual(request.BrowserHash)
            ? request
            : new SamlProviderFault(SamlProviderFaultCode.WrongBrowser, "the browser that brought the request has a cookie; this one has not");
    }

    /// <summary>Notes that the person was sent to sign in.</summary>
    public async Task<PendingRequest> AskedAsync(PendingRequest request, ProviderRequest from, CancellationToken ct)
    {
        var asked = request with { AskedAt = time.GetUtcNow(), SessionBefore = from.SignedIn?.Session.Id ?? request.SessionBefore };
        store.Update(asked);
        await journal.CommitAsync(ct);
        return asked;
    }

    /// <summary>Spends a request: true for exactly one caller, on any node.</summary>
    public Task<bool> SpendAsync(PendingRequest request, CancellationToken ct) =>
        once.SpendOnceAsync(request.TenantId, "saml.answered", request.Id.ToString(), request.ExpiresAt, ct);

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];
}
