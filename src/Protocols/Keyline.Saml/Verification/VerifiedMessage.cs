using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Verification;

/// <summary>A message that passed every check; only a verifier makes one.</summary>
/// <typeparam name="TMessage">Which.</typeparam>
public sealed class VerifiedMessage<TMessage>
    where TMessage : ProtocolMessage
{
    internal VerifiedMessage(TMessage message, VerificationKey? signedBy)
    {
        Message = message;
        SignedBy = signedBy;
    }

    /// <summary>The message.</summary>
    public TMessage Message { get; }

    /// <summary>The key that signed it; none for an AuthnRequest that need not be signed.</summary>
    public VerificationKey? SignedBy { get; }
}
