using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Verification;
using Keyline.Tenancy;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Writes our metadata as a service provider of one connection.</summary>
public sealed class SamlMetadata(SamlKeys keys, PublicOrigin origin)
{
    public string Write(Tenant tenant, Connection connection)
    {
        var settings = (SamlConnectionSettings)connection.Settings;
        var addresses = origin.Of(tenant, connection);
        var own = keys.OpenAll(connection.Id, settings);
        try
        {
            var metadata = new ServiceProviderMetadata
            {
                EntityId = addresses.SamlEntityId,
                SigningKeys = [.. own.Zip(settings.Keys.OrderBy(key => key.State)).Where(pair => pair.Second.State != SamlKeyState.Retired).Select(pair => pair.First.PublicKey)],
                EncryptionKeys = [.. own.Take(1).Select(key => key.PublicKey)],
                AssertionConsumerServices = [new MetadataEndpoint(SamlBinding.Post, addresses.SamlConsumer) { Index = 0, IsDefault = true }],
                SingleLogout =
                [
                    new MetadataEndpoint(SamlBinding.Redirect, addresses.SamlLogout),
                    new MetadataEndpoint(SamlBinding.Post, addresses.SamlLogout),
                ],
                NameIdFormats = settings.NameIdFormat is { } format ? [format] : [],
                AuthnRequestsSigned = settings.SignRequests,
                WantAssertionsSigned = settings.SignaturePolicy is SignaturePolicy.Assertion or SignaturePolicy.Both,
            };
            return MetadataWriter.Write(metadata, own.Count > 0 ? own[0] : null);
        }
        finally
        {
            foreach (var key in own)
            {
                key.Dispose();
            }
        }
    }
}
