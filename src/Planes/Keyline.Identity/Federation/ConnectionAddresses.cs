using Keyline.Tenancy;

namespace Keyline.Identity.Federation;

/// <summary>The public addresses of one connection. They come from configuration, never from a request.</summary>
/// <param name="Origin">The installation's public origin, without a slash at the end.</param>
/// <param name="Tenant">The tenant's slug.</param>
/// <param name="Connection">The connection's slug.</param>
public sealed record ConnectionAddresses(string Origin, TenantSlug Tenant, string Connection)
{
    public string SamlMetadata => $"{Saml}/metadata";

    /// <summary>Our entity ID towards this IdP: the metadata's address.</summary>
    public string SamlEntityId => SamlMetadata;

    public string SamlConsumer => $"{Saml}/acs";

    public string SamlLogout => $"{Saml}/slo";

    public string OidcCallback => $"{Origin}/t/{Tenant}/oidc/{Connection}/callback";

    public string OidcBackChannelLogout => $"{Origin}/t/{Tenant}/oidc/{Connection}/backchannel-logout";

    public string SignedOut => $"{Origin}/t/{Tenant}/signed-out";

    private string Saml => $"{Origin}/t/{Tenant}/saml/{Connection}";
}
