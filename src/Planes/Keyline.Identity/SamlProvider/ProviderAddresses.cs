using Keyline.Tenancy;

namespace Keyline.Identity.SamlProvider;

/// <summary>The public addresses of a tenant's identity provider. They come from configuration, never from a request.</summary>
/// <param name="Origin">The installation's public origin, without a slash at the end.</param>
/// <param name="Tenant">The tenant's slug.</param>
public sealed record ProviderAddresses(string Origin, TenantSlug Tenant)
{
    public string Metadata => $"{Provider}/metadata";

    /// <summary>The entity ID: the metadata's address.</summary>
    public string EntityId => Metadata;

    public string SignOn => $"{Provider}/sso";

    public string Logout => $"{Provider}/slo";

    private string Provider => $"{Origin}/t/{Tenant}/saml/idp";
}
