using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Clients;

/// <summary>Checks the settings of a relying party when they are entered.</summary>
public static class RelyingPartyRules
{
    private const string Google = "https://accounts.google.com";
    private const string PersonalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /// <summary>All that is wrong with the settings; empty when nothing is.</summary>
    /// <param name="party">The settings.</param>
    public static IReadOnlyList<OAuthFault> Check(RelyingParty party)
    {
        var faults = new List<OAuthFault>();
        CheckIssuer(party, faults);

        // OpenID Connect Core 3.1.2.1: the redirect address; RFC 6749 3.1.2: without fragment.
        if (!EndpointRule.Accepts(party.RedirectUri, party.InsecureAllowHttp))
        {
            faults.Add(Invalid("a redirect address with https", Shown.Text(party.RedirectUri.ToString()), "set the public address of Keyline"));
        }

        if (party.MetadataAddress is { } address && !EndpointRule.Accepts(address, party.InsecureAllowHttp))
        {
            faults.Add(Invalid("a metadata address with https", Shown.Text(address.ToString()), "enter the provider's https address"));
        }

        if (party.ClientId is not { Length: > 0 and <= 512 })
        {
            faults.Add(Invalid("a client id of 1 to 512 characters", Shown.Text(party.ClientId), "copy the client id from the provider"));
        }

        if (!party.Scopes.Contains("openid") || party.Scopes.Any(scope => !IsScope(scope)))
        {
            faults.Add(Invalid("scopes with 'openid' among them", Shown.List(party.Scopes), "add 'openid'"));
        }

        if (party.Algorithms.Count == 0)
        {
            faults.Add(Invalid("at least one signature algorithm", Shown.Nothing, "allow RS256 or ES256"));
        }

        if (party.ClockTolerance < TimeSpan.Zero || party.ClockTolerance > RelyingParty.LargestTolerance)
        {
            faults.Add(Invalid($"a clock tolerance of 0 to {Shown.Seconds(RelyingParty.LargestTolerance)}",
                Shown.Seconds(party.ClockTolerance), "correct the clocks instead"));
        }

        if (party.Authentication is ClientAuthentication.SecretBasic { Secret: var basic } && basic.Reveal().Length == 0
            || party.Authentication is ClientAuthentication.SecretPost { Secret: var post } && post.Reveal().Length == 0)
        {
            faults.Add(Invalid("a client secret", "an empty one", "copy the client secret from the provider"));
        }

        return faults;
    }

    private static void CheckIssuer(RelyingParty party, List<OAuthFault> faults)
    {
        var concrete = party.Issuer.Replace(RelyingParty.TenantPlace, "tenant", StringComparison.Ordinal);

        // OpenID Connect Discovery 3: https, no query, no fragment.
        if (!Uri.TryCreate(concrete, UriKind.Absolute, out var issuer) || !EndpointRule.Accepts(issuer, party.InsecureAllowHttp)
            || issuer.Query.Length > 0)
        {
            faults.Add(Invalid("an issuer with https, without query and fragment", Shown.Text(party.Issuer),
                "copy 'issuer' from the provider's metadata"));
        }

        if (party.IsTemplate && (party.AllowedTenants.Count == 0 || party.MetadataAddress is null))
        {
            faults.Add(Invalid($"with {RelyingParty.TenantPlace} in the issuer: the allowed tenants and the metadata address",
                "an issuer that would let every Entra tenant of the world in",
                "list the ids of the tenants whose people may come, or enter the issuer of the one tenant"));
        }

        // Issuers that sign for anybody who wants an account.
        if (party.Issuer.TrimEnd('/') == Google && party.AllowedDomains.Count == 0)
        {
            faults.Add(Invalid("with Google: the Workspace domains whose people may come", "an issuer that would let every Google account in",
                "enter your Workspace domain"));
        }

        if (party.Issuer.Contains(PersonalAccounts, StringComparison.Ordinal) || party.AllowedTenants.Contains(PersonalAccounts))
        {
            faults.Add(Invalid("the tenant of an organization", "the tenant of all personal Microsoft accounts",
                "enter the directory (tenant) id of the organization"));
        }

        if (party.AllowedTenants.Any(tenant => !Guid.TryParseExact(tenant, "D", out var id) || id.ToString("D") != tenant))
        {
            faults.Add(Invalid("tenants as ids in lower case, such as '11111111-2222-3333-4444-555555555555'",
                Shown.List(party.AllowedTenants), "copy the directory (tenant) id from the Entra portal"));
        }
    }

    // RFC 6749 3.3.
    private static bool IsScope(string scope) => scope.Length > 0 && scope.All(letter => letter is > ' ' and <= '~' and not ('"' or '\\'));

    private static OAuthFault Invalid(string expected, string came, string toDo) =>
        new(OAuthFaultCode.InvalidSettings, expected, came, toDo);
}
