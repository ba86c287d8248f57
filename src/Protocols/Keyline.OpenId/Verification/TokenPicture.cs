using System.Text;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;

namespace Keyline.OpenId.Verification;

/// <summary>
/// A token opened up for an administrator's eyes, on the page of the connection test. Nothing in it is verified, so it
/// is text and no type that any code could act on.
/// </summary>
/// <param name="Header">The header as JSON.</param>
/// <param name="Claims">The claims as JSON.</param>
public sealed record TokenPicture(SecretText Header, SecretText Claims)
{
    /// <summary>Opens a token.</summary>
    /// <param name="token">The token, valid or not.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<TokenPicture, OAuthFault> Of(SecretText token, DocumentLimits limits)
    {
        var jwt = UnverifiedJwt.Parse(token.Reveal(), limits);
        if (!jwt.Ok)
        {
            return jwt.Fault;
        }

        var claims = StrictJson.ReadObject(jwt.Value.Payload, limits.TokenCharacters, limits.Depth, "the token's claims");
        return new TokenPicture(new SecretText(jwt.Value.Header.ToJson()),
            new SecretText(claims.Ok ? claims.Value.GetRawText() : Encoding.UTF8.GetString(jwt.Value.Payload)));
    }
}
