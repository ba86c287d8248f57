using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Verification;

/// <summary>For whom a token is (OpenID Connect Core section 3.1.3.7, clause 3).</summary>
internal static class AudienceCheck
{
    public static bool Check(CheckRecorder checks, ClaimSet claims, RelyingParty party)
    {
        var audience = claims.FindList("aud");
        return checks.Require("aud", audience.Contains(party.ClientId), OAuthFaultCode.WrongAudience, Shown.Text(party.ClientId),
            Shown.List(audience), "compare the client id with the provider's: the token was issued for another application");
    }
}
