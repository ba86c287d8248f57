namespace Keyline.Saml.Messages;

/// <summary>How requested authentication contexts are compared (Core 3.3.2.2.1).</summary>
public enum AuthnContextComparison
{
    /// <summary>Exactly one of those named.</summary>
    Exact,

    /// <summary>At least as strong as one of them, as the identity provider judges.</summary>
    Minimum,

    /// <summary>As strong as possible without going beyond one of them.</summary>
    Maximum,

    /// <summary>Stronger than any of them.</summary>
    Better,
}
