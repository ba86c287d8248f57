using System.Diagnostics;
using System.Text;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Requests;
using Keyline.Secrets;

namespace Keyline.OpenId.Tokens;

/// <summary>Prepares requests to the token endpoint.</summary>
public static class TokenRequest
{
    /// <summary>Exchanges the code of a sign-in (OpenID Connect Core section 3.1.3.1, RFC 7636 section 4.5).</summary>
    /// <param name="party">The relying party.</param>
    /// <param name="metadata">The provider.</param>
    /// <param name="code">The verified response of the authorization endpoint.</param>
    /// <param name="now">The time.</param>
    public static OutgoingRequest ForCode(RelyingParty party, ProviderMetadata metadata, AuthorizationCode code, DateTimeOffset now) =>
        Prepare(party, metadata, now,
        [
            RequestField.Of("grant_type", "authorization_code"),
            new RequestField("code", code.Code),
            RequestField.Of("redirect_uri", code.Request.RedirectUri.AbsoluteUri),
            new RequestField("code_verifier", code.Request.CodeVerifier),
        ]);

    /// <summary>Asks for a token of our own, without a person (RFC 6749 section 4.4).</summary>
    /// <param name="party">The relying party.</param>
    /// <param name="metadata">The provider.</param>
    /// <param name="scope">What the token is for.</param>
    /// <param name="now">The time.</param>
    public static OutgoingRequest ForClient(RelyingParty party, ProviderMetadata metadata, string scope, DateTimeOffset now) =>
        Prepare(party, metadata, now, [RequestField.Of("grant_type", "client_credentials"), RequestField.Of("scope", scope)]);

    private static OutgoingRequest Prepare(RelyingParty party, ProviderMetadata metadata, DateTimeOffset now, List<RequestField> form)
    {
        var headers = new List<RequestField> { RequestField.Of("Accept", "application/json") };
        switch (party.Authentication)
        {
            case ClientAuthentication.SecretBasic basic:
                headers.Add(new RequestField("Authorization", Basic(party.ClientId, basic.Secret)));
                break;
            case ClientAuthentication.SecretPost post:
                form.Add(RequestField.Of("client_id", party.ClientId));
                form.Add(new RequestField("client_secret", post.Secret));
                break;
            case ClientAuthentication.PrivateKey own:
                var audience = own.Audience == AssertionAudience.Issuer ? metadata.Issuer : metadata.TokenEndpoint.AbsoluteUri;
                form.Add(RequestField.Of("client_id", party.ClientId));
                form.Add(RequestField.Of("client_assertion_type", ClientAssertion.Type));
                form.Add(new RequestField("client_assertion", ClientAssertion.Write(party.ClientId, audience, own.Key, now)));
                break;
            case ClientAuthentication.NoSecret:
                form.Add(RequestField.Of("client_id", party.ClientId));
                break;
            default:
                throw new UnreachableException();
        }

        return new OutgoingRequest { Method = "POST", Address = metadata.TokenEndpoint, Form = form, Headers = headers };
    }

    // RFC 6749 2.3.1: both parts are form-encoded before they are joined.
    private static SecretText Basic(string clientId, SecretText secret) =>
        new("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{FormText.Escape(clientId)}:{FormText.Escape(secret.Reveal())}")));
}
