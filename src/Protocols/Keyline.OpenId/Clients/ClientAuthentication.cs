using Keyline.OpenId.Keys;
using Keyline.Secrets;

namespace Keyline.OpenId.Clients;

/// <summary>How we prove at the token endpoint who we are (OpenID Connect Core section 9). A closed family.</summary>
public abstract record ClientAuthentication
{
    private ClientAuthentication()
    {
    }

    /// <summary>The method's name in metadata.</summary>
    public abstract string Method { get; }

    /// <summary><c>client_secret_basic</c>: the secret in the Authorization header.</summary>
    /// <param name="Secret">The client secret.</param>
    public sealed record SecretBasic(SecretText Secret) : ClientAuthentication
    {
        /// <inheritdoc/>
        public override string Method => "client_secret_basic";
    }

    /// <summary><c>client_secret_post</c>: the secret in the form.</summary>
    /// <param name="Secret">The client secret.</param>
    public sealed record SecretPost(SecretText Secret) : ClientAuthentication
    {
        /// <inheritdoc/>
        public override string Method => "client_secret_post";
    }

    /// <summary><c>private_key_jwt</c>: a short-lived token signed with our key.</summary>
    /// <param name="Key">Our key, of which the provider knows the public half.</param>
    /// <param name="Audience">To whom the token is addressed.</param>
    public sealed record PrivateKey(SigningKey Key, AssertionAudience Audience = AssertionAudience.TokenEndpoint) : ClientAuthentication
    {
        /// <inheritdoc/>
        public override string Method => "private_key_jwt";
    }

    /// <summary><c>none</c>: a public client, known by PKCE alone. Only for installations that cannot keep a secret.</summary>
    public sealed record NoSecret : ClientAuthentication
    {
        /// <inheritdoc/>
        public override string Method => "none";
    }
}
