using System.Text;
using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Tokens;

/// <summary>A signed JWT taken apart; nothing in it is believed yet.</summary>
internal sealed class UnverifiedJwt
{
    private const int LongestKeyId = 512;

    private UnverifiedJwt(ClaimSet header, byte[] payload, byte[] signingInput, byte[] signature)
    {
        Header = header;
        Payload = payload;
        SigningInput = signingInput;
        Signature = signature;
    }

    public ClaimSet Header { get; }

    public byte[] Payload { get; }

    public byte[] SigningInput { get; }

    public byte[] Signature { get; }

    /// <summary>RFC 7515 section 5.2, steps 1 to 7.</summary>
    public static Result<UnverifiedJwt, OAuthFault> Parse(string token, DocumentLimits limits)
    {
        if (token.Length > limits.TokenCharacters)
        {
            return new OAuthFault(OAuthFaultCode.DocumentTooLarge, $"a token of at most {limits.TokenCharacters} characters",
                $"{token.Length}", "let the provider put fewer groups and claims into the token");
        }

        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return Malformed(parts.Length == 5 ? "five: an encrypted token, which is not supported" : $"{parts.Length}");
        }

        if (!StrictBase64Url.TryRead(parts[0], out var head) || !StrictBase64Url.TryRead(parts[1], out var payload)
            || !StrictBase64Url.TryRead(parts[2], out var signature) || head.Length == 0 || payload.Length == 0)
        {
            return Malformed("a part that is empty or not base64url");
        }

        var header = StrictJson.ReadObject(head, limits.TokenCharacters, limits.Depth, "the token's header");
        if (!header.Ok)
        {
            return header.Fault;
        }

        var claims = new ClaimSet(header.Value);
        if (claims.Has("kid") && claims.FindText("kid") is not { Length: <= LongestKeyId })
        {
            return Malformed($"a kid that is not a text of at most {LongestKeyId} characters");
        }

        return new UnverifiedJwt(claims, payload, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
    }

    private static OAuthFault Malformed(string came) => new(OAuthFaultCode.MalformedToken,
        "a signed token in compact form: three parts of base64url with dots between", came,
        "look at the provider's settings for the format of tokens");
}
