using Keyline.Saml;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;
using Keyline.Saml.Verification;

namespace Keyline.Testing.Saml;

/// <summary>Complete valid requests and metadata, and the trust under which they are valid.</summary>
public static class SamlMessages
{
    public static string IdpAddress => "https://idp.example/sso";

    public static string SpLogout => "https://keyline.example/t/acme/saml/corp/slo";

    public static CertifiedKey IdpKey { get; } = CertifiedKey.From(SamlTestKeys.IdentityProvider);

    /// <summary>The service provider, believed by the identity provider.</summary>
    public static MessageTrust SpTrust { get; } = new()
    {
        EntityId = SamlResponses.SpEntityId,
        SigningKeys = [SamlTestKeys.ServiceProvider.PublicKey],
        Location = IdpAddress,
    };

    public static AuthnRequest AuthnRequest() => new()
    {
        Id = SamlResponses.RequestId,
        IssueInstant = SamlResponses.Now,
        Issuer = SamlResponses.SpEntityId,
        Destination = IdpAddress,
        AssertionConsumerService = SamlResponses.Location,
        ForceAuthn = true,
        NameIdFormat = NameIdFormats.Persistent,
        RequestedAuthnContexts = [AuthnContexts.RefedsMfa, AuthnContexts.PasswordProtectedTransport],
        Comparison = AuthnContextComparison.Minimum,
        Subject = new NameId { Value = "user1@acme.example", Format = NameIdFormats.EmailAddress },
        ProviderName = "Keyline & friends",
    };

    public static LogoutRequest LogoutRequest() => new()
    {
        Id = "_logout1",
        IssueInstant = SamlResponses.Now,
        Issuer = SamlResponses.SpEntityId,
        Destination = IdpAddress,
        NameId = new NameId { Value = "user-1", Format = NameIdFormats.Persistent, SpNameQualifier = SamlResponses.SpEntityId },
        SessionIndexes = ["_session1", "_session2"],
        NotOnOrAfter = SamlResponses.Now.AddMinutes(5),
        Reason = "urn:oasis:names:tc:SAML:2.0:logout:user",
    };

    public static LogoutResponse LogoutResponse() => new()
    {
        Id = "_answer1",
        IssueInstant = SamlResponses.Now,
        Issuer = SamlResponses.SpEntityId,
        Destination = IdpAddress,
        InResponseTo = "_logout1",
        Status = new SamlStatus(StatusCodes.Success, StatusCodes.PartialLogout, "one app did not answer"),
    };

    public static ServiceProviderMetadata ServiceProvider() => new()
    {
        EntityId = SamlResponses.SpEntityId,
        DisplayName = "Acme telephones",
        SigningKeys = [SamlTestKeys.ServiceProvider.PublicKey, SamlTestKeys.Public(SamlTestKeys.IdentityProviderNext)],
        EncryptionKeys = [SamlTestKeys.ServiceProvider.PublicKey],
        AssertionConsumerServices =
        [
            new MetadataEndpoint(SamlBinding.Post, SamlResponses.Location) { Index = 0, IsDefault = true },
            new MetadataEndpoint(SamlBinding.Post, SamlResponses.Location + "/second") { Index = 1 },
        ],
        SingleLogout = [new MetadataEndpoint(SamlBinding.Redirect, SpLogout), new MetadataEndpoint(SamlBinding.Post, SpLogout)],
        NameIdFormats = [NameIdFormats.Persistent],
        AuthnRequestsSigned = true,
        WantAssertionsSigned = true,
        ValidUntil = SamlResponses.Now.AddDays(30),
        CacheDuration = TimeSpan.FromHours(6),
    };

    public static IdentityProviderMetadata IdentityProvider() => new()
    {
        EntityId = SamlResponses.IdpEntityId,
        DisplayName = "Acme sign-in",
        SigningKeys = [SamlTestKeys.Public(SamlTestKeys.IdentityProvider)],
        SingleSignOn = [new MetadataEndpoint(SamlBinding.Redirect, IdpAddress), new MetadataEndpoint(SamlBinding.Post, IdpAddress)],
        SingleLogout = [new MetadataEndpoint(SamlBinding.Redirect, "https://idp.example/slo") { ResponseLocation = "https://idp.example/slo/done" }],
        NameIdFormats = [NameIdFormats.Persistent, NameIdFormats.EmailAddress],
        WantAuthnRequestsSigned = true,
    };

    /// <summary>Sends by redirect and reads what arrives.</summary>
    public static Result<IncomingMessage, SamlFault> ThroughRedirect(ProtocolMessage message, CertifiedKey? key, string? relayState = "token") =>
        SamlMessageReader.ReadRedirect(new Uri(SamlMessageWriter.ToRedirect(message, key, relayState)).Query, MessageLimits.Message);

    /// <summary>Sends by POST and reads what arrives.</summary>
    public static Result<IncomingMessage, SamlFault> ThroughPost(ProtocolMessage message, CertifiedKey? key, string? relayState = "token") =>
        Read(SamlMessageWriter.ToPost(message, key, relayState));

    /// <summary>Reads what a form posts.</summary>
    public static Result<IncomingMessage, SamlFault> Read(PostForm form)
    {
        var fields = form.Fields.ToDictionary();
        return SamlMessageReader.ReadPost(
            fields.GetValueOrDefault("SAMLRequest"), fields.GetValueOrDefault("SAMLResponse"), fields.GetValueOrDefault("RelayState"),
            MessageLimits.Message);
    }
}
