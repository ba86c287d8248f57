using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Verification;

/// <summary>Who issued a token (OpenID Connect Core section 3.1.3.7, clause 2), and whether its key is that issuer's.</summary>
internal static class IssuerCheck
{
    public static bool Check(CheckRecorder checks, SignedToken token, RelyingParty party)
    {
        var issuer = token.Claims.FindText("iss");
        var tenant = token.Claims.FindText("tid");
        if (party.AllowedTenants.Count > 0 && !checks.Require("tid", tenant is not null && party.AllowedTenants.Contains(tenant),
            OAuthFaultCode.TenantNotAllowed, Shown.List(party.AllowedTenants), Shown.Text(tenant),
            "add the tenant to the connection, if its people may come"))
        {
            return false;
        }

        // For a template the tenant in the issuer must be that of tid, which is on the list.
        var expected = IssuerRule.Of(party, party.IsTemplate ? tenant : null);
        if (!checks.Require("iss", issuer == expected, OAuthFaultCode.WrongIssuer, Shown.Text(expected), Shown.Text(issuer),
            "compare the connection's issuer with the provider's, to the letter"))
        {
            return false;
        }

        // Entra ID writes into each key for which issuer it is; a key of one tenant must not sign for another.
        return token.Key.Issuer is not { } owner || checks.Require("key's issuer", issuer == Fill(owner, tenant), OAuthFaultCode.WrongIssuer,
            Shown.Text(Fill(owner, tenant)), Shown.Text(issuer), "the token is signed with a key of another issuer: look for who sent it");
    }

    private static string Fill(string template, string? tenant) => tenant is null
        ? template
        : template.Replace(RelyingParty.TenantPlace, tenant, StringComparison.Ordinal);
}
