namespace Keyline.Saml.Verification;

/// <summary>What an identity provider must sign. Whatever is signed beyond that must verify too.</summary>
public enum SignaturePolicy
{
    /// <summary>The assertion, or the response around it, or both.</summary>
    Either,

    /// <summary>The assertion.</summary>
    Assertion,

    /// <summary>The response.</summary>
    Response,

    /// <summary>Both.</summary>
    Both,
}
