using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;

namespace Keyline.Saml.Tests;

internal static class ReadmeExample
{
    // README begins
    public static string StartSignIn(string idpMetadata, CertifiedKey key, string token, DateTimeOffset now)
    {
        var idp = MetadataReader.ReadIdentityProvider(idpMetadata, new MetadataOptions(), now);
        if (!idp.Ok)
        {
            return idp.Fault.Detail; // expected …; came …; what to do
        }

        var request = new AuthnRequest
        {
            Id = ProtocolMessage.NewId(), // keep it with the token: the response must answer it
            IssueInstant = now,
            Issuer = "https://keyline.example/t/acme/saml/corp/metadata",
            Destination = idp.Value.SingleSignOn.First(address => address.Binding == SamlBinding.Redirect).Location,
            AssertionConsumerService = "https://keyline.example/t/acme/saml/corp/acs",
        };
        return SamlMessageWriter.ToRedirect(request, key, token);
    }

    public static string FinishSignIn(string samlResponse, string requestId, IdentityProviderMetadata idp, DateTimeOffset now)
    {
        var outcome = ResponseVerifier.Verify(
            samlResponse,
            new ServiceProviderSettings { EntityId = "https://keyline.example/t/acme/saml/corp/metadata" },
            new IdentityProviderTrust { EntityId = idp.EntityId, SigningKeys = idp.SigningKeys },
            new ExpectedResponse { Location = "https://keyline.example/t/acme/saml/corp/acs", RequestId = requestId },
            now);

        // outcome.Report has every check with its verdict, whatever the outcome.
        return outcome.Result.Ok
            ? $"{outcome.Result.Value.NameId.Value}, once: remember {outcome.Result.Value.Id} until {outcome.Result.Value.ReplayUntil:O}"
            : outcome.Result.Fault.Detail;
    }
    // README ends
}
