using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Verification;
using Keyline.Secrets;

namespace Keyline.OpenId.Logout;

/// <summary>Verifies logout tokens as OpenID Connect Back-Channel Logout 1.0 section 2.6 says.</summary>
public static class LogoutTokenVerifier
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int Longest = 512;

    // Section 2.4 recommends the type; providers that are older send none.
    private static readonly string[] _types = ["logout+jwt", "", "JWT"];

    /// <summary>Reads the body of the provider's request and verifies its token.</summary>
    /// <param name="form">The form as it came.</param>
    /// <param name="party">The relying party of the address.</param>
    /// <param name="keys">The provider's keys.</param>
    /// <param name="now">The time.</param>
    public static Checked<VerifiedLogoutToken> VerifyForm(string form, RelyingParty party, KeySet keys, DateTimeOffset now)
    {
        var checks = new CheckRecorder();
        var read = FormText.Read(form, party.Limits);
        if (!read.Ok)
        {
            checks.Fail("form", read.Fault);
            return checks.Refuse<VerifiedLogoutToken>();
        }

        // Section 2.5.
        if (read.Value.GetValueOrDefault("logout_token") is not { Length: > 0 } token)
        {
            checks.Fail("form", new OAuthFault(OAuthFaultCode.MissingParameter, "'logout_token'", Shown.List(read.Value.Keys),
                "enter this address at the provider for back-channel logout only"));
            return checks.Refuse<VerifiedLogoutToken>();
        }

        return Verify(new SecretText(token), party, keys, now);
    }

    /// <summary>Verifies a token. After <see cref="OAuthFaultCode.UnknownKey"/> the caller fetches the keys and tries once more.</summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="party">The relying party of the address.</param>
    /// <param name="keys">The provider's keys.</param>
    /// <param name="now">The time.</param>
    public static Checked<VerifiedLogoutToken> Verify(SecretText token, RelyingParty party, KeySet keys, DateTimeOffset now)
    {
        var checks = new CheckRecorder();
        var verified = SignedToken.Verify(token.Reveal(), _types, party, keys, checks) is { } signed
            && ClaimTypes.Check(checks, signed.Claims)
            && IssuerCheck.Check(checks, signed, party)
            && AudienceCheck.Check(checks, signed.Claims, party)
            && TokenClock.Check(checks, signed.Claims, party.Tolerance, now)
            && CheckTarget(checks, signed.Claims)
            && CheckEvent(checks, signed.Claims)
            && CheckTokenId(checks, signed.Claims)
            ? signed.Claims
            : null;
        return verified is not null
            ? checks.Accept(new VerifiedLogoutToken(verified, party.Tolerance))
            : checks.Refuse<VerifiedLogoutToken>();
    }

    // Clause 5.
    private static bool CheckTarget(CheckRecorder checks, ClaimSet claims)
    {
        var (session, subject) = (claims.FindText("sid"), claims.FindText("sub"));
        return checks.Require("sid or sub", session is { Length: > 0 and <= Longest } || subject is { Length: > 0 and <= Longest },
            OAuthFaultCode.NothingToLogOut, "a session or a subject", $"{Shown.Text(session)} and {Shown.Text(subject)}",
            "let the provider put sid into logout tokens");
    }

    // Clauses 6 and 7.
    private static bool CheckEvent(CheckRecorder checks, ClaimSet claims) =>
        checks.Require("events", claims.FindObject("events")?.FindObject(Event) is not null, OAuthFaultCode.MissingLogoutEvent,
            Shown.Text(Event), Shown.Text(claims.FindJson("events")), "the token is no logout token: look for who sent it")
        && checks.Require("nonce", !claims.Has("nonce") && !claims.HasNull("nonce"), OAuthFaultCode.NonceInLogoutToken, "no nonce",
            claims.Has("nonce") ? "a nonce" : Shown.Nothing, "somebody passes an ID token off as a logout token: look for who sent it");

    // Clause 8 and section 2.4: without jti a replay could not be told.
    private static bool CheckTokenId(CheckRecorder checks, ClaimSet claims) =>
        checks.Require("jti", claims.FindText("jti") is { Length: > 0 and <= Longest }, OAuthFaultCode.MissingMember,
            $"'jti' of 1 to {Longest} characters", Shown.Text(claims.FindText("jti")), "let the provider put jti into logout tokens");
}
