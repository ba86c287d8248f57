using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;

namespace Keyline.Saml.Verification;

/// <summary>A request to sign somebody in that passed every check, and where its answer goes.</summary>
public sealed class VerifiedAuthnRequest
{
    internal VerifiedAuthnRequest(VerifiedMessage<AuthnRequest> request, MetadataEndpoint assertionConsumerService)
    {
        Request = request.Message;
        IsSigned = request.SignedBy is not null;
        AssertionConsumerService = assertionConsumerService;
    }

    /// <summary>The request.</summary>
    public AuthnRequest Request { get; }

    /// <summary>Whether it was signed. What an unsigned one asks for must not weaken anything.</summary>
    public bool IsSigned { get; }

    /// <summary>The registered address that the answer goes to.</summary>
    public MetadataEndpoint AssertionConsumerService { get; }
}
