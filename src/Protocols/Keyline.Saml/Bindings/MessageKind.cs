namespace Keyline.Saml.Bindings;

/// <summary>The messages that Keyline understands.</summary>
public enum MessageKind
{
    /// <summary>A request to sign somebody in.</summary>
    AuthnRequest,

    /// <summary>The answer to it.</summary>
    Response,

    /// <summary>A request to end sessions.</summary>
    LogoutRequest,

    /// <summary>The answer to it.</summary>
    LogoutResponse,
}
