using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Tokens;
using Keyline.OpenId.Verification;
using Keyline.Secrets;

namespace Keyline.OpenId.UserInfo;

/// <summary>Asks for more claims and verifies the answer (OpenID Connect Core section 5.3).</summary>
public static class UserInfoVerifier
{
    private static readonly string[] _types = ["", "JWT"];

    /// <summary>The request.</summary>
    /// <param name="metadata">The provider.</param>
    /// <param name="tokens">What the token endpoint gave.</param>
    public static Result<OutgoingRequest, OAuthFault> Request(ProviderMetadata metadata, TokenAnswer tokens)
    {
        if (metadata.UserInfoEndpoint is not { } endpoint)
        {
            return new OAuthFault(OAuthFaultCode.UnsupportedByProvider, "'userinfo_endpoint'", "metadata without",
                "let the provider put all claims into the ID token");
        }

        return new OutgoingRequest
        {
            Method = "GET",
            Address = endpoint,
            Headers =
            [
                RequestField.Of("Accept", "application/json, application/jwt"),
                new RequestField("Authorization", new SecretText($"Bearer {tokens.AccessToken.Reveal()}")),
            ],
        };
    }

    /// <summary>Verifies the answer, signed or not: it must speak of the person of the ID token.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="idToken">The ID token of the same sign-in.</param>
    /// <param name="party">The relying party.</param>
    /// <param name="keys">The provider's keys.</param>
    /// <param name="now">The time.</param>
    public static Checked<VerifiedUserInfo> Verify(
        ProviderAnswer answer, VerifiedIdToken idToken, RelyingParty party, KeySet keys, DateTimeOffset now)
    {
        var checks = new CheckRecorder();
        var claims = !CheckAnswer(checks, answer) ? null
            : IsToken(answer) ? ReadToken(checks, answer, party, keys, now)
            : ReadJson(checks, answer, party.Limits);

        // Core 5.3.2: a different sub means that the answer must not be used.
        return claims is not null && checks.Require("userinfo sub", claims.FindText("sub") == idToken.Subject,
            OAuthFaultCode.WrongUserInfoSubject, Shown.Text(idToken.Subject), Shown.Text(claims.FindText("sub")),
            "look into the provider's log at this time: it answered about somebody else")
            ? checks.Accept(new VerifiedUserInfo(claims))
            : checks.Refuse<VerifiedUserInfo>();
    }

    private static bool IsToken(ProviderAnswer answer) => string.Equals(answer.MediaType, "application/jwt", StringComparison.OrdinalIgnoreCase);

    private static bool CheckAnswer(CheckRecorder checks, ProviderAnswer answer) => checks.Require("userinfo answer",
        answer.Status == 200 && (IsToken(answer) || string.Equals(answer.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)),
        OAuthFaultCode.UnexpectedAnswer, "status 200 with application/json or application/jwt",
        $"status {answer.Status}, {Shown.Text(answer.ContentType)}", "allow this client to read userinfo at the provider");

    private static ClaimSet? ReadJson(CheckRecorder checks, ProviderAnswer answer, DocumentLimits limits)
    {
        var document = StrictJson.ReadObject(answer.Body.Reveal(), limits.AnswerBytes, limits.Depth, "the userinfo answer");
        if (document.Ok)
        {
            return new ClaimSet(document.Value);
        }

        checks.Fail("userinfo", document.Fault);
        return null;
    }

    // Core 5.3.2: a signed answer names issuer and audience, which keeps tokens for others from passing as one.
    private static ClaimSet? ReadToken(CheckRecorder checks, ProviderAnswer answer, RelyingParty party, KeySet keys, DateTimeOffset now) =>
        SignedToken.Verify(answer.Body.Reveal(), _types, party, keys, checks) is { } signed
        && ClaimTypes.Check(checks, signed.Claims)
        && IssuerCheck.Check(checks, signed, party)
        && AudienceCheck.Check(checks, signed.Claims, party)
        && (!signed.Claims.Has("exp") || TokenClock.Check(checks, signed.Claims, party.Tolerance, now))
            ? signed.Claims
            : null;
}
