using Keyline.Checks;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.OpenId.Requests;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>Sends a browser to an OpenID provider (Core 3.1.2.1, with PKCE).</summary>
public sealed class StartOidcSignIn(
    SignInTransactions transactions, OidcParty parties, OidcProviders providers, ISettingsStore settings, TimeProvider time)
{
    public async Task<Result<SignInStart, SignInFault>> StartAsync(NewSignIn wanted, CancellationToken ct)
    {
        var party = parties.Of(wanted.Tenant, wanted.Connection, await settings.GetAsync(wanted.Tenant.Id, ct));
        if (!party.Ok)
        {
            return party.Fault;
        }

        var provider = await providers.GetAsync(wanted.Connection.Id, party.Value, ct);
        if (!provider.Ok)
        {
            return provider.Fault;
        }

        var prepared = AuthorizationRequest.Prepare(
            party.Value, provider.Value.Metadata, Options(wanted, (OidcConnectionSettings)wanted.Connection.Settings), time.GetUtcNow());
        if (!prepared.Ok)
        {
            return OidcFault.Of(prepared.Fault, CheckReport.Empty);
        }

        var pending = prepared.Value.Pending;
        var started = await transactions.BeginAsync(
            wanted, Convert.ToHexStringLower(BearerSecret.Hash(pending.Nonce)), pending.State,
            new TransactionDetails { Pending = PendingAuthorizationText.Write(pending).Reveal() }, ct);
        return new SignInStart(new BrowserStep.Redirect(prepared.Value.Address.AbsoluteUri), started.Browser);
    }

    private static AuthorizationOptions Options(NewSignIn wanted, OidcConnectionSettings settings)
    {
        var fresh = wanted.ForceAuthentication || wanted.StepUpTo is not null;
        return new AuthorizationOptions
        {
            AcrValues = settings.AcrValues,
            RequireAcr = settings.AcrValues.Count > 0 && (settings.RequireAcr || wanted.StepUpTo is not null),
            MaxAge = fresh ? TimeSpan.Zero : settings.MaxAgeSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Prompt = fresh ? "login" : settings.Prompt,
            LoginHint = wanted.LoginHint,
            FormPost = settings.FormPost,
        };
    }
}
