using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Metadata;

public class MetadataTests
{
    private static readonly MetadataOptions _options = new();

    [Fact]
    public void Service_provider_metadata_is_read_as_it_was_written()
    {
        var written = SamlMessages.ServiceProvider();

        var read = MetadataReader.ReadServiceProvider(MetadataWriter.Write(written, null), _options, SamlResponses.Now);

        Assert.True(read.Ok, read.Fault?.Detail);
        Assert.True(MetadataDifference.Between(written, read.Value).IsEmpty);
        Assert.Equal(written.AssertionConsumerServices, read.Value.AssertionConsumerServices);
        Assert.Equal(written.SingleLogout, read.Value.SingleLogout);
        Assert.Equal(written.ValidUntil, read.Value.ValidUntil);
        Assert.Equal(written.CacheDuration, read.Value.CacheDuration);
        Assert.Empty(read.Value.Warnings);
    }

    [Fact]
    public void Identity_provider_metadata_is_read_as_it_was_written()
    {
        var written = SamlMessages.IdentityProvider();

        var read = MetadataReader.ReadIdentityProvider(MetadataWriter.Write(written, SamlMessages.IdpKey), _options, SamlResponses.Now);

        Assert.True(read.Ok, read.Fault?.Detail);
        Assert.True(MetadataDifference.Between(written, read.Value).IsEmpty);
        Assert.Equal(written.SingleLogout, read.Value.SingleLogout);
        Assert.True(read.Value.WantAuthnRequestsSigned);
    }

    [Fact]
    public void Pinned_metadata_must_be_signed_by_the_pinned_key()
    {
        var pinned = _options with { PinnedKeys = [SamlTestKeys.Public(SamlTestKeys.IdentityProvider)] };
        var signed = MetadataWriter.Write(SamlMessages.IdentityProvider(), SamlMessages.IdpKey);

        Assert.True(MetadataReader.ReadIdentityProvider(signed, pinned, SamlResponses.Now).Ok);
        Assert.Equal(SamlFaultCode.NotSigned, Refusal(MetadataWriter.Write(SamlMessages.IdentityProvider(), null), pinned));
        Assert.Equal(SamlFaultCode.UnknownKey, Refusal(MetadataWriter.Write(SamlMessages.IdentityProvider(), SamlTestKeys.ServiceProvider), pinned));
        Assert.Equal(SamlFaultCode.DigestMismatch, Refusal(signed.Replace("/sso", "/eve", StringComparison.Ordinal), pinned));
    }

    [Fact]
    public void A_difference_names_keys_and_addresses()
    {
        var before = SamlMessages.IdentityProvider();
        var after = before with
        {
            SigningKeys = [SamlTestKeys.Public(SamlTestKeys.IdentityProviderNext)],
            SingleSignOn = [new MetadataEndpoint(SamlBinding.Redirect, "https://idp.example/new")],
        };

        var difference = MetadataDifference.Between(before, after);

        Assert.Equal(after.SigningKeys, difference.SigningKeysAdded);
        Assert.Equal(before.SigningKeys, difference.SigningKeysRemoved);
        Assert.Equal("SingleSignOn", Assert.Single(difference.Changes).Name);
        Assert.False(difference.IsEmpty);
    }

    [Fact]
    public void One_entity_of_a_federation_is_read_by_its_name()
    {
        var other = SamlMessages.IdentityProvider() with { EntityId = "https://other.example" };
        var xml = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a federation -->
            <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">
              <!-- the first -->
              {MetadataWriter.Write(SamlMessages.IdentityProvider(), null)}
              {MetadataWriter.Write(other, null)}
              {MetadataWriter.Write(SamlMessages.ServiceProvider(), null)}
            </md:EntitiesDescriptor>
            """;

        Assert.Equal(SamlFaultCode.SeveralEntities, Refusal(xml, _options));
        Assert.Equal(SamlFaultCode.UnknownEntity, Refusal(xml, _options with { EntityId = "https://nobody.example" }));
        Assert.Equal(SamlFaultCode.MissingRole, Refusal(xml, _options with { EntityId = SamlResponses.SpEntityId }));
        Assert.Equal(
            "https://other.example",
            MetadataReader.ReadIdentityProvider(xml, _options with { EntityId = "https://other.example" }, SamlResponses.Now).Value?.EntityId);
        Assert.Equal(
            [SamlResponses.IdpEntityId, "https://other.example"], MetadataReader.ListIdentityProviders(xml, MessageLimits.Metadata).Value);
    }

    [Fact]
    public void Expired_metadata_is_refused()
    {
        var xml = MetadataWriter.Write(SamlMessages.IdentityProvider() with { ValidUntil = SamlResponses.Now }, null);

        Assert.Equal(SamlFaultCode.Expired, Refusal(xml, _options));
    }

    [Fact]
    public void What_cannot_be_used_is_left_out_with_a_warning()
    {
        var weak = Convert.ToBase64String(SamlTestKeys.Rsa("weak", 1024).RawData);
        var good = Convert.ToBase64String(SamlTestKeys.IdentityProvider.RawData);
        var xml = MetadataWriter.Write(SamlMessages.IdentityProvider(), null);
        var mixed = xml.Replace(
            "</md:KeyDescriptor>",
            $"<ds:KeyInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data><ds:X509Certificate>{weak}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>",
            StringComparison.Ordinal);

        var read = MetadataReader.ReadIdentityProvider(mixed, _options, SamlResponses.Now).Get();

        Assert.Single(read.SigningKeys);
        Assert.Contains("1024", Assert.Single(read.Warnings), StringComparison.Ordinal);
        Assert.Equal(SamlFaultCode.NoUsableKey, Refusal(xml.Replace(good, weak, StringComparison.Ordinal), _options));
        Assert.Equal(SamlFaultCode.NoUsableAddress, Refusal(xml.Replace("https://idp.example/sso", "javascript:alert(1)", StringComparison.Ordinal), _options));
    }

    [Fact]
    public void A_key_without_a_use_serves_both()
    {
        var xml = MetadataWriter.Write(SamlMessages.IdentityProvider(), null).Replace(" use=\"signing\"", "", StringComparison.Ordinal);

        var read = MetadataReader.ReadIdentityProvider(xml, _options, SamlResponses.Now).Get();

        Assert.Single(read.SigningKeys);
        Assert.Single(read.EncryptionKeys);
    }

    [Fact]
    public void Something_else_than_metadata_is_refused() =>
        Assert.Equal(SamlFaultCode.WrongMessage, Refusal(SamlResponses.Valid().ToXml(), _options));

    private static SamlFaultCode? Refusal(string xml, MetadataOptions options) =>
        MetadataReader.ReadIdentityProvider(xml, options, SamlResponses.Now).Fault?.Code;
}
