using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Verification;

namespace Keyline.OpenId.Requests;

/// <summary>Checks that a response answers the request that is pending, and comes from the provider that was asked.</summary>
public static class AuthorizationResponseVerifier
{
    /// <summary>Longest time between request and response.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>Verifies the response; a refusal of the provider becomes a fault.</summary>
    /// <param name="response">What came.</param>
    /// <param name="pending">What was kept; the caller has just spent it.</param>
    /// <param name="party">The relying party of the callback's address.</param>
    /// <param name="metadata">Its provider.</param>
    /// <param name="now">The time.</param>
    public static Checked<AuthorizationCode> Verify(AuthorizationResponse response, PendingAuthorization pending,
        RelyingParty party, ProviderMetadata metadata, DateTimeOffset now)
    {
        var checks = new CheckRecorder();
        var trusted = CheckState(checks, response, pending, now) && CheckIssuer(checks, response, pending, party, metadata)
            && CheckError(checks, response);

        // A response without error has a code: the reader saw to it.
        return trusted ? checks.Accept(new AuthorizationCode(response.Code!, pending)) : checks.Refuse<AuthorizationCode>();
    }

    private static bool CheckState(CheckRecorder checks, AuthorizationResponse response, PendingAuthorization pending, DateTimeOffset now)
    {
        // RFC 6749 10.12. SecretText compares in fixed time.
        return checks.Require("state", response.State.Equals(pending.State), OAuthFaultCode.WrongState,
                "the state of this browser's request", response.State.Equals(pending.State) ? "the same" : "another state",
                "start the sign-in again, in one tab")
            && checks.Require("time to answer", now - pending.SentAt <= LongestWait, OAuthFaultCode.Expired,
                $"a response within {Shown.Seconds(LongestWait)}", $"one after {Shown.Seconds(now - pending.SentAt)}", "start the sign-in again");
    }

    // RFC 9207 2.4, and RFC 9700 4.4: each connection has a callback of its own, so the request must be the connection's.
    private static bool CheckIssuer(CheckRecorder checks, AuthorizationResponse response, PendingAuthorization pending,
        RelyingParty party, ProviderMetadata metadata)
    {
        const string Advice = "start the sign-in again; if it happens again, another provider is posing as this one";
        if (!checks.Require("request's issuer", pending.Issuer == party.Issuer && metadata.Issuer == party.Issuer,
            OAuthFaultCode.WrongResponseIssuer, Shown.Text(party.Issuer), $"a request to {Shown.Text(pending.Issuer)}", Advice))
        {
            return false;
        }

        if (response.Issuer is null && !metadata.NamesIssuerInResponses)
        {
            checks.Skip("iss parameter", "the provider does not name itself in responses");
            return true;
        }

        return checks.Require("iss parameter", response.Issuer is not null && IssuerRule.Accepts(party, response.Issuer),
            OAuthFaultCode.WrongResponseIssuer, Shown.Text(party.Issuer), Shown.Text(response.Issuer), Advice);
    }

    // RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6.
    private static bool CheckError(CheckRecorder checks, AuthorizationResponse response)
    {
        if (response.Error is not { } error)
        {
            return checks.Pass("provider's answer", "a code", "a code");
        }

        var (code, toDo) = error switch
        {
            "access_denied" => (OAuthFaultCode.AccessDenied, "give the person access to this application at the provider"),
            "login_required" or "interaction_required" or "consent_required" or "account_selection_required" =>
                (OAuthFaultCode.InteractionRequired, "let the person sign in with a page of the provider"),
            "temporarily_unavailable" or "server_error" => (OAuthFaultCode.ProviderUnavailable, "try again in a few minutes"),
            "unmet_authentication_requirements" =>
                (OAuthFaultCode.AuthenticationClassNotMet, "let the person register a stronger way to sign in at the provider"),
            "unauthorized_client" => (OAuthFaultCode.ProviderRefused, "allow the authorization code flow for this client at the provider"),
            "invalid_scope" => (OAuthFaultCode.ProviderRefused, "allow the scopes of this connection at the provider"),
            _ => (OAuthFaultCode.ProviderRefused, "look into the provider's log at this time"),
        };
        return checks.Fail("provider's answer", new OAuthFault(code, "a code",
            $"the error {Shown.Text(error)}, {Shown.Text(response.ErrorDescription)}", toDo)
        {
            ProviderError = error.Length <= 100 ? error : null,
        });
    }
}
