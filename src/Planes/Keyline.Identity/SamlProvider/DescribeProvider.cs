using Keyline.Identity.Federation;
using Keyline.Identity.SamlProvider.Keys;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Tenancy;

namespace Keyline.Identity.SamlProvider;

/// <summary>Writes a tenant's metadata as an identity provider, signed, with the next key when one is published.</summary>
public sealed class DescribeProvider(ProviderKeys keys, PublicOrigin origin)
{
    private static readonly TimeSpan _cacheFor = TimeSpan.FromHours(6);

    /// <summary>The metadata, or a fault when the tenant's plan has no single sign-on.</summary>
    public async Task<Result<string, SamlProviderFault>> WriteAsync(Tenant tenant, CancellationToken ct)
    {
        if (!tenant.IncludesSso)
        {
            return SamlProviderFault.PlanWithoutSso(tenant);
        }

        var known = await keys.GetAsync(tenant, ct);
        using var key = await keys.OpenAsync(tenant, ct);
        var addresses = new ProviderAddresses(origin.Value, tenant.Slug);
        return MetadataWriter.Write(
            new IdentityProviderMetadata
            {
                EntityId = addresses.EntityId,
                DisplayName = tenant.Name,
                SigningKeys = [.. known.Keys.OrderBy(one => one.State).Select(Public)],
                SingleSignOn = Both(addresses.SignOn),
                SingleLogout = Both(addresses.Logout),
                NameIdFormats = [NameIdFormats.Persistent, NameIdFormats.EmailAddress, NameIdFormats.Unspecified],
                CacheDuration = _cacheFor,
            },
            key);
    }

    private static IReadOnlyList<MetadataEndpoint> Both(string address) =>
        [new MetadataEndpoint(SamlBinding.Redirect, address), new MetadataEndpoint(SamlBinding.Post, address)];

    private static VerificationKey Public(ProviderKey key) => VerificationKey.Read(key.Certificate) is { Ok: true, Value: { } read }
        ? read
        : throw new InvalidOperationException($"The certificate of signing key {key.Id} can't be read.");
}
