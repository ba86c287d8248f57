namespace Keyline.Identity.Federation.Oidc;

/// <summary>How Keyline proves to the provider that it is the client.</summary>
public enum OidcClientMethod
{
    /// <summary><c>client_secret_basic</c>.</summary>
    SecretBasic,

    /// <summary><c>client_secret_post</c>.</summary>
    SecretPost,

    /// <summary><c>private_key_jwt</c>.</summary>
    PrivateKey,

    /// <summary>Not at all: a public client, protected by PKCE alone.</summary>
    None,
}
