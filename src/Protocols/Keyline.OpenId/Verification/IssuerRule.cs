using Keyline.OpenId.Clients;

namespace Keyline.OpenId.Verification;

/// <summary>Which issuers a relying party accepts: its own, or its own with an allowed Entra tenant in its place.</summary>
internal static class IssuerRule
{
    public static bool Accepts(RelyingParty party, string issuer) => party.IsTemplate
        ? party.AllowedTenants.Any(tenant => issuer == Of(party, tenant))
        : issuer == party.Issuer;

    public static string Of(RelyingParty party, string? tenant) => tenant is null
        ? party.Issuer
        : party.Issuer.Replace(RelyingParty.TenantPlace, tenant, StringComparison.Ordinal);
}
