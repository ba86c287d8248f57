using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Identity.SignIn;
using Keyline.OpenId;
using Keyline.OpenId.Logout;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>Signing out at an OpenID provider, in both directions.</summary>
public sealed class OidcSignOut(
    OidcParty parties, OidcProviders providers, EndIdpSessions sessions, ISettingsStore settings, PublicOrigin origin, TimeProvider time)
{
    private const string Kind = "oidc-logout";

    /// <summary>The address with which a session that ended here also ends at the provider; null where the provider takes none.</summary>
    public async Task<SignOutStep?> StartAsync(Tenant tenant, Connection connection, SecretText? idToken, CancellationToken ct)
    {
        var party = parties.Of(tenant, connection, await settings.GetAsync(tenant.Id, ct));
        if (!((OidcConnectionSettings)connection.Settings).SignOutAtProvider || !party.Ok
            || await providers.GetAsync(connection.Id, party.Value, ct) is not { Ok: true, Value: var provider })
        {
            return null;
        }

        var returnTo = new Uri(origin.Of(tenant, connection).SignedOut);
        return Keyline.OpenId.Logout.LogoutRequest.Prepare(party.Value, provider.Metadata, idToken, returnTo) is { Ok: true, Value: var prepared }
            ? new SignOutStep(new BrowserStep.Redirect(prepared.Address.Reveal()), "")
            : null;
    }

    /// <summary>Takes a logout token from the provider itself (Back-Channel Logout 2.5).</summary>
    /// <returns>How many sessions ended, or why the token was refused.</returns>
    public async Task<Result<SessionCount, SignInFault>> TakeAsync(
        Tenant tenant, Connection connection, string form, ClientDescription client, CancellationToken ct)
    {
        var party = parties.Of(tenant, connection, await settings.GetAsync(tenant.Id, ct));
        if (!party.Ok)
        {
            return party.Fault;
        }

        var provider = await providers.GetAsync(connection.Id, party.Value, ct);
        if (!provider.Ok)
        {
            return provider.Fault;
        }

        var verified = LogoutTokenVerifier.VerifyForm(form, party.Value, provider.Value.Keys, time.GetUtcNow());
        if (verified.Outcome.Fault?.Code == OAuthFaultCode.UnknownKey
            && await providers.RenewAsync(connection.Id, party.Value, provider.Value, ct) is { } newer)
        {
            verified = LogoutTokenVerifier.VerifyForm(form, party.Value, newer.Keys, time.GetUtcNow());
        }

        if (!verified.Outcome.Ok)
        {
            return OidcFault.Of(verified.Outcome.Fault, verified.Report);
        }

        var token = verified.Outcome.Value;
        if (!await sessions.IsNewAsync(tenant.Id, Kind, $"{connection.Id} {token.TokenId}", token.RememberUntil, ct))
        {
            return new SignInFault(SignInFaultCode.Replayed, $"the logout token '{token.TokenId}' came before");
        }

        return new SessionCount(await sessions.EndAsync(
            connection, token.Subject, token.SessionId is { } session ? [session] : [], client, CancellationToken.None));
    }
}
