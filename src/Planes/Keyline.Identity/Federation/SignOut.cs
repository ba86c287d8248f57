using Keyline.Identity.Access;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.Federation;

/// <summary>Signs a browser out: its session here, at once, and then at the IdP that it came from, where that can be asked.</summary>
public sealed class SignOut(
    ISessionStore store, EndSessions sessions, IConnectionStore connections, SamlSignOut saml, OidcSignOut oidc, SecretSealer sealer)
{
    /// <summary>Ends the session.</summary>
    /// <returns>What to ask the IdP; null where there is nothing to ask.</returns>
    public async Task<SignOutStep?> SignOutAsync(SignedIn signedIn, ClientDescription client, CancellationToken ct)
    {
        var tenant = signedIn.Tenant;
        var session = await store.FindAsync(tenant.Id, signedIn.Session.Id, ct);
        await sessions.EndAsync(tenant.Id, signedIn.Session.Id, SessionEnd.SignedOut, signedIn.Party, client, ct);
        if (session?.ConnectionId is not { } id || await connections.FindAsync(tenant.Id, id, ct) is not { } connection)
        {
            return null;
        }

        return connection.Settings switch
        {
            SamlConnectionSettings => saml.Start(tenant, connection, session),
            OidcConnectionSettings => await oidc.StartAsync(tenant, connection, Hint(session), ct),
            _ => null,
        };
    }

    private SecretText? Hint(Session session) =>
        session.SealedLogoutHint is { } text && sealer.Open(text, StartSession.HintPurpose(session.Id)) is { Ok: true, Value: var hint } ? hint : null;
}
