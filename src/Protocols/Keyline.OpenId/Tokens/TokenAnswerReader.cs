using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId.Tokens;

/// <summary>Reads the answers of the token endpoint (RFC 6749 section 5).</summary>
public static class TokenAnswerReader
{
    /// <summary>Reads the answer to the exchange of a code: it must hold an ID token (OpenID Connect Core section 3.1.3.3).</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<TokenAnswer, OAuthFault> ReadSignIn(ProviderAnswer answer, DocumentLimits limits)
    {
        var read = Read(answer, limits);
        return read is { Ok: true, Value.IdToken: null }
            ? new OAuthFault(OAuthFaultCode.MissingMember, "'id_token'", "an answer without",
                "let the provider treat the client as an OpenID Connect client, and check that 'openid' is among the scopes")
            : read;
    }

    /// <summary>Reads any answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<TokenAnswer, OAuthFault> Read(ProviderAnswer answer, DocumentLimits limits)
    {
        var document = StrictJson.ReadObject(answer.Body.Reveal(), limits.AnswerBytes, limits.Depth, "the token endpoint's answer");
        if (!document.Ok)
        {
            return answer.Success ? document.Fault : Unexpected(answer);
        }

        var members = new ClaimSet(document.Value);
        if (!answer.Success)
        {
            return members.FindText("error") is { } error ? Refused(error, members.FindText("error_description")) : Unexpected(answer);
        }

        if (members.FindText("access_token") is not { Length: > 0 } accessToken)
        {
            return new OAuthFault(OAuthFaultCode.MissingMember, "'access_token'", "an answer without", "check the token endpoint's address");
        }

        // RFC 6749 5.1: case does not matter; 7.1: a client must not use a type that it does not know.
        if (!string.Equals(members.FindText("token_type"), "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return new OAuthFault(OAuthFaultCode.UnsupportedTokenType, "'Bearer'", Shown.Text(members.FindText("token_type")),
                "let the provider issue bearer tokens to this client");
        }

        if (members.Has("id_token") && members.FindText("id_token") is not { Length: > 0 })
        {
            return new OAuthFault(OAuthFaultCode.WrongMemberType, "'id_token' as text", "something else", "check the token endpoint's address");
        }

        return new TokenAnswer
        {
            AccessToken = new SecretText(accessToken),
            IdToken = members.FindText("id_token") is { } idToken ? new SecretText(idToken) : null,
            ExpiresIn = members.FindNumber("expires_in") is { } seconds and >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : null,
            Scope = members.FindText("scope"),
        };
    }

    private static OAuthFault Refused(string error, string? description) =>
        new(OAuthFaultCode.TokenRequestRefused, "tokens", $"the error {Shown.Text(error)}, {Shown.Text(description)}", error switch
        {
            "invalid_client" => "compare client id and secret or key with the provider's; a secret may have expired",
            "invalid_grant" => "start the sign-in again; if it happens again, compare the redirect address with the provider's",
            "unauthorized_client" or "unsupported_grant_type" => "allow the authorization code flow for this client at the provider",
            "invalid_scope" => "allow the scopes of this connection at the provider",
            _ => "look into the provider's log at this time",
        })
        { ProviderError = error.Length <= 100 ? error : null };

    private static OAuthFault Unexpected(ProviderAnswer answer) => new(OAuthFaultCode.UnexpectedAnswer,
        "an answer 200 with tokens, or an OAuth error", $"status {answer.Status}, {Shown.Text(answer.ContentType)}",
        "check the token endpoint's address and the provider's log");
}
