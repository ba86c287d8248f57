namespace Keyline.Saml.Messages;

/// <summary>The bindings that Keyline speaks.</summary>
public enum SamlBinding
{
    /// <summary>HTTP Redirect (Bindings 3.4).</summary>
    Redirect,

    /// <summary>HTTP POST (Bindings 3.5).</summary>
    Post,
}
