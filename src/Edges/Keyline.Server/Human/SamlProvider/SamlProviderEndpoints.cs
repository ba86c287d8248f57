using Keyline.Identity.Access;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>The tenants as SAML identity providers.</summary>
internal static class SamlProviderEndpoints
{
    public static void MapSamlProvider(this IEndpointRouteBuilder routes)
    {
        var provider = routes.MapGroup("/t/{tenant}/saml/idp");
        provider.MapGet("/metadata", MetadataEndpoint.WriteAsync)
            .WithMetadata(AccessRule.Anonymous("metadata is public: addresses and certificates"));
    }
}
