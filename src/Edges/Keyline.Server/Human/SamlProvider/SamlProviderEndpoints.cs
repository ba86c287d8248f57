using Keyline.Identity.Access;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>The tenants as SAML identity providers.</summary>
internal static class SamlProviderEndpoints
{
    private static readonly CrossSitePost _post = new("an app's page posts its message here; the message is proved by itself, and no session is acted on");

    public static void MapSamlProvider(this IEndpointRouteBuilder routes)
    {
        var provider = routes.MapGroup("/t/{tenant}/saml/idp");
        provider.MapGet("/metadata", MetadataEndpoint.WriteAsync)
            .WithMetadata(AccessRule.Anonymous("metadata is public: addresses and certificates"));
        var proof = AccessRule.OwnProof("the app's registration, and its signature");
        provider.MapGet("/sso", SignOnEndpoints.ReceiveQueryAsync).WithMetadata(proof);
        provider.MapPost("/sso", SignOnEndpoints.ReceiveFormAsync).WithMetadata(proof, _post);
        provider.MapGet("/continue", SignOnEndpoints.ContinueAsync)
            .WithMetadata(AccessRule.OwnProof("the cookie of the browser that brought the request"));
        provider.MapGet("/slo", LogoutEndpoints.ReceiveQueryAsync).WithMetadata(proof);
        provider.MapPost("/slo", LogoutEndpoints.ReceiveFormAsync).WithMetadata(proof, _post);
    }
}
