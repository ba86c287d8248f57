using System.Security.Cryptography;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId.Logout;

/// <summary>Signs a person out at the provider (OpenID Connect RP-Initiated Logout 1.0 section 2).</summary>
public static class LogoutRequest
{
    // Longer addresses are cut by browsers and proxies. Without the hint the provider asks the person instead.
    private const int LongestHint = 4096;

    /// <summary>Prepares the request.</summary>
    /// <param name="party">The relying party.</param>
    /// <param name="metadata">The provider.</param>
    /// <param name="idToken">The ID token of the sign-in, as a hint; or null.</param>
    /// <param name="returnTo">Where the browser comes back to; registered at the provider.</param>
    public static Result<PreparedLogout, OAuthFault> Prepare(RelyingParty party, ProviderMetadata metadata, SecretText? idToken, Uri returnTo)
    {
        if (metadata.EndSessionEndpoint is not { } endpoint)
        {
            return new OAuthFault(OAuthFaultCode.UnsupportedByProvider, "'end_session_endpoint'", "metadata without",
                "sign out at the provider itself");
        }

        if (!EndpointRule.Accepts(returnTo, party.InsecureAllowHttp))
        {
            return new OAuthFault(OAuthFaultCode.InvalidSettings, "an absolute https address to return to",
                Shown.Text(returnTo.OriginalString), "set the public address of Keyline");
        }

        var state = new SecretText(StrictBase64Url.Write(RandomNumberGenerator.GetBytes(32)));
        var fields = new List<(string Name, string Value)>
        {
            ("client_id", party.ClientId),
            ("post_logout_redirect_uri", returnTo.AbsoluteUri),
            ("state", state.Reveal()),
        };
        if (idToken?.Reveal() is { Length: <= LongestHint } hint)
        {
            fields.Insert(0, ("id_token_hint", hint));
        }

        return new PreparedLogout(new SecretText(FormText.Extend(endpoint, fields).AbsoluteUri), state);
    }

    /// <summary>Whether the browser comes back from this sign-out.</summary>
    /// <param name="query">The query with which it comes.</param>
    /// <param name="state">The state that was sent.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<Unit, OAuthFault> ReadReturn(string query, SecretText state, DocumentLimits limits)
    {
        var form = FormText.Read(query, limits);
        if (!form.Ok)
        {
            return form.Fault;
        }

        return form.Value.TryGetValue("state", out var came) && new SecretText(came).Equals(state)
            ? default(Unit)
            : new OAuthFault(OAuthFaultCode.WrongState, "the state of this sign-out", came is null ? Shown.Nothing : "another state",
                "sign out again");
    }
}
