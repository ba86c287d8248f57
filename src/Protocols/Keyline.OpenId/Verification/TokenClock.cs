using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Verification;

/// <summary>The times of a token against our clock. A refusal tells both clocks.</summary>
internal static class TokenClock
{
    private const string Advice = "compare both clocks with a time server; sign in again if the page was left open";

    public static bool Check(CheckRecorder checks, ClaimSet claims, TimeSpan tolerance, DateTimeOffset now)
    {
        var came = Came(now, tolerance);

        // OpenID Connect Core 3.1.3.7, clause 9.
        if (claims.FindTime("exp") is not { } expires)
        {
            return Missing(checks, "exp");
        }

        if (!checks.Require("exp", now < expires + tolerance, OAuthFaultCode.Expired, $"use before {Shown.Time(expires)}", came, Advice))
        {
            return false;
        }

        // RFC 7519 4.1.5.
        if (claims.FindTime("nbf") is { } notBefore
            && !checks.Require("nbf", now >= notBefore - tolerance, OAuthFaultCode.NotYetValid, $"use from {Shown.Time(notBefore)} on", came, Advice))
        {
            return false;
        }

        // Clause 10. An old token is caught by exp and nonce; one from the future has a wrong clock behind it.
        if (claims.FindTime("iat") is not { } issued)
        {
            return Missing(checks, "iat");
        }

        if (!checks.Require("iat", issued <= now + tolerance, OAuthFaultCode.IssuedInFuture, $"a time after the issue at {Shown.Time(issued)}", came, Advice))
        {
            return false;
        }

        if ((issued - now).Duration() > tolerance / 2)
        {
            checks.Warn("clocks", "clocks that agree", $"the provider's is {Shown.Seconds(issued - now)} from ours; beyond {Shown.Seconds(tolerance)} sign-ins are refused");
        }

        return true;
    }

    public static string Came(DateTimeOffset now, TimeSpan tolerance) => $"our clock {Shown.Time(now)}, tolerance {Shown.Seconds(tolerance)}";

    private static bool Missing(CheckRecorder checks, string name) => checks.Fail(name, new OAuthFault(OAuthFaultCode.MissingMember,
        $"'{name}'", "a token without", "let the provider issue complete tokens"));
}
