using System.Security.Cryptography;
using System.Text;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.Secrets;

namespace Keyline.OpenId.Verification;

/// <summary>Verifies ID tokens, clause by clause as OpenID Connect Core section 3.1.3.7 lists them.</summary>
public static class IdTokenVerifier
{
    private const int LongestSubject = 255;
    private const int LongestEntraId = 64;

    private static readonly string[] _types = ["", "JWT"];

    /// <summary>
    /// Verifies a token. After <see cref="OAuthFaultCode.UnknownKey"/> the caller fetches the keys and tries once more.
    /// </summary>
    /// <param name="token">The token as it came.</param>
    /// <param name="expected">What it must fit.</param>
    /// <param name="party">The relying party.</param>
    /// <param name="keys">The provider's keys.</param>
    /// <param name="now">The time.</param>
    public static Checked<VerifiedIdToken> Verify(
        SecretText token, IdTokenExpectations expected, RelyingParty party, KeySet keys, DateTimeOffset now)
    {
        var checks = new CheckRecorder();
        var text = token.Reveal();

        // Clauses 6 to 8, first: nothing else of the token is looked at before.
        if (SignedToken.Verify(text, _types, party, keys, checks) is not { Claims: var claims } signed)
        {
            return checks.Refuse<VerifiedIdToken>();
        }

        var verified = ClaimTypes.Check(checks, claims)
            && IssuerCheck.Check(checks, signed, party)
            && CheckDomain(checks, claims, party)
            && AudienceCheck.Check(checks, claims, party)
            && CheckAuthorizedParty(checks, claims, party)
            && TokenClock.Check(checks, claims, party.Tolerance, now)
            && CheckNonce(checks, claims, expected)
            && CheckHash(checks, "at_hash", claims, expected.AccessToken, signed.Algorithm)
            && CheckHash(checks, "c_hash", claims, expected.Code, signed.Algorithm)
            && CheckAcr(checks, claims, expected)
            && CheckAuthTime(checks, claims, expected, party, now)
            && CheckSubject(checks, claims, party);
        return verified
            ? checks.Accept(new VerifiedIdToken(text, claims, PersonKey(claims, party), now))
            : checks.Refuse<VerifiedIdToken>();
    }

    // Google's issuer is the same for all; only hd, which Google sets for Workspace accounts, tells the organization.
    private static bool CheckDomain(CheckRecorder checks, ClaimSet claims, RelyingParty party)
    {
        var domain = claims.FindText("hd");
        return party.AllowedDomains.Count == 0 || checks.Require("hd", domain is not null && party.AllowedDomains.Contains(domain),
            OAuthFaultCode.TenantNotAllowed, Shown.List(party.AllowedDomains), Shown.Text(domain),
            "add the domain to the connection, if its people may come");
    }

    // Clauses 4 and 5.
    private static bool CheckAuthorizedParty(CheckRecorder checks, ClaimSet claims, RelyingParty party)
    {
        var authorized = claims.FindText("azp");
        if (authorized is null && claims.FindList("aud").Count == 1)
        {
            checks.Skip("azp", "the token has one audience");
            return true;
        }

        return checks.Require("azp", authorized == party.ClientId, OAuthFaultCode.WrongAuthorizedParty, Shown.Text(party.ClientId),
            Shown.Text(authorized), "let the provider issue tokens to this client itself");
    }

    // Clause 11.
    private static bool CheckNonce(CheckRecorder checks, ClaimSet claims, IdTokenExpectations expected)
    {
        var nonce = claims.FindText("nonce");
        var same = nonce is not null && new SecretText(nonce).Equals(expected.Nonce);
        return checks.Require("nonce", same, OAuthFaultCode.WrongNonce, "the nonce of this request",
            same ? "the same" : nonce is null ? Shown.Nothing : "another nonce",
            "start the sign-in again; if it happens again, somebody replays tokens");
    }

    // Core 3.1.3.8 and 3.3.2.11: the left half of the hash that belongs to the algorithm.
    private static bool CheckHash(CheckRecorder checks, string name, ClaimSet claims, SecretText? secret, SignatureAlgorithm algorithm)
    {
        if (claims.FindText(name) is not { } came || secret is null)
        {
            checks.Skip(name, "the token holds none");
            return true;
        }

        var hash = CryptographicOperations.HashData(algorithm.Hash(), Encoding.UTF8.GetBytes(secret.Reveal()));
        var fits = new SecretText(came).Equals(new SecretText(StrictBase64Url.Write(hash.AsSpan(0, hash.Length / 2))));
        return checks.Require(name, fits, OAuthFaultCode.WrongHash, "the hash of what came with the token",
            fits ? "the same" : "another hash", "start the sign-in again; if it happens again, somebody mixes tokens");
    }

    // Clause 12.
    private static bool CheckAcr(CheckRecorder checks, ClaimSet claims, IdTokenExpectations expected)
    {
        var acr = claims.FindText("acr");
        if (expected.RequiredAcr.Count == 0)
        {
            checks.Skip("acr", "none was required");
            return true;
        }

        return checks.Require("acr", acr is not null && expected.RequiredAcr.Contains(acr), OAuthFaultCode.AuthenticationClassNotMet,
            Shown.List(expected.RequiredAcr), Shown.Text(acr), "let the provider ask for a second factor, and put acr into its tokens");
    }

    // Clause 13.
    private static bool CheckAuthTime(
        CheckRecorder checks, ClaimSet claims, IdTokenExpectations expected, RelyingParty party, DateTimeOffset now)
    {
        var came = claims.FindTime("auth_time");
        if (came is { } future && future > now + party.Tolerance)
        {
            return checks.Fail("auth_time", new OAuthFault(OAuthFaultCode.IssuedInFuture, $"a time after the sign-in at {Shown.Time(future)}",
                TokenClock.Came(now, party.Tolerance), "compare both clocks with a time server"));
        }

        if (expected.MaxAge is not { } maxAge)
        {
            checks.Skip("auth_time", "no max_age was asked for");
            return true;
        }

        if (came is not { } signedIn)
        {
            return checks.Fail("auth_time", new OAuthFault(OAuthFaultCode.MissingMember, "'auth_time', as max_age was asked for",
                "a token without", "let the provider put auth_time into ID tokens, or do not limit the age of sign-ins here"));
        }

        return checks.Require("auth_time", now <= signedIn + maxAge + party.Tolerance, OAuthFaultCode.AuthenticationTooOld,
            $"a sign-in at most {Shown.Seconds(maxAge)} ago", $"one at {Shown.Time(signedIn)}; {TokenClock.Came(now, party.Tolerance)}",
            "let the person sign in at the provider again");
    }

    // Core 2: at most 255 ASCII characters, and never reassigned.
    private static bool CheckSubject(CheckRecorder checks, ClaimSet claims, RelyingParty party)
    {
        var subject = claims.FindText("sub");
        if (!checks.Require("sub", subject is { Length: > 0 and <= LongestSubject } && !subject.Any(char.IsControl),
            OAuthFaultCode.InvalidSubject, $"1 to {LongestSubject} characters", Shown.Text(subject), "let the provider name people in tokens"))
        {
            return false;
        }

        if (party.Subject != SubjectSource.EntraObject)
        {
            return true;
        }

        var (tenant, entity) = (claims.FindText("tid"), claims.FindText("oid"));
        return checks.Require("tid and oid", IsEntraId(tenant) && IsEntraId(entity), OAuthFaultCode.InvalidSubject,
            "both, as they identify a person in Entra ID", $"{Shown.Text(tenant)} and {Shown.Text(entity)}",
            "allow the scope 'profile' for this application, as Entra ID puts oid into tokens only with it");
    }

    private static bool IsEntraId(string? id) => id is { Length: > 0 and <= LongestEntraId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    // CheckSubject has seen the parts.
    private static string PersonKey(ClaimSet claims, RelyingParty party) => party.Subject == SubjectSource.EntraObject
        ? $"{claims.FindText("tid")}:{claims.FindText("oid")}"
        : claims.FindText("sub")!;
}
