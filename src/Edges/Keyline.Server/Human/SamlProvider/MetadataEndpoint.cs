using Keyline.Identity.SamlProvider;
using Keyline.Portal.Requests;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>A tenant's metadata as a SAML identity provider, for its apps to read.</summary>
internal static class MetadataEndpoint
{
    // Metadata 4.1.1: the media type.
    private const string MediaType = "application/samlmetadata+xml";

    public static async Task<IResult> WriteAsync(HttpContext context, DescribeProvider provider, CancellationToken ct)
    {
        var written = await provider.WriteAsync(context.Tenant(), ct);
        return written.Ok ? TypedResults.Text(written.Value, MediaType) : ProviderPages.Refuse(context, written.Fault, "");
    }
}
