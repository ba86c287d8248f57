using System.Text.Json.Nodes;
using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId.Requests;

/// <summary>A pending authorization as text, to be sealed and kept until the response comes.</summary>
public static class PendingAuthorizationText
{
    private const int Longest = 16 * 1024;

    /// <summary>Writes it.</summary>
    /// <param name="pending">What is pending.</param>
    public static SecretText Write(PendingAuthorization pending) => new(new JsonObject
    {
        ["iss"] = pending.Issuer,
        ["state"] = pending.State.Reveal(),
        ["nonce"] = pending.Nonce.Reveal(),
        ["code_verifier"] = pending.CodeVerifier.Reveal(),
        ["redirect_uri"] = pending.RedirectUri.AbsoluteUri,
        ["sent_at"] = pending.SentAt.ToUnixTimeMilliseconds(),
        ["max_age"] = pending.MaxAge is { } age ? (long)age.TotalSeconds : null,
        ["acr"] = new JsonArray([.. pending.RequiredAcr.Select(value => (JsonNode)value)]),
    }.ToJsonString());

    /// <summary>Reads what <see cref="Write"/> wrote; anything else is refused.</summary>
    /// <param name="text">The text.</param>
    public static Result<PendingAuthorization, OAuthFault> Read(SecretText text)
    {
        var document = StrictJson.ReadObject(text.Reveal(), Longest, depth: 4, "what was kept of the sign-in");
        if (!document.Ok)
        {
            return document.Fault;
        }

        var members = new ClaimSet(document.Value);
        if (members.FindText("iss") is not { } issuer || members.FindText("state") is not { Length: > 0 } state
            || members.FindText("nonce") is not { Length: > 0 } nonce || members.FindText("code_verifier") is not { Length: > 0 } verifier
            || !Uri.TryCreate(members.FindText("redirect_uri"), UriKind.Absolute, out var redirect)
            || members.FindNumber("sent_at") is not { } sent || sent is < 0 or > 253_402_300_799_999
            || members.FindNumber("max_age") is < 0 or > int.MaxValue)
        {
            return new OAuthFault(OAuthFaultCode.MissingMember, "all that was kept of the sign-in", "less", "start the sign-in again");
        }

        return new PendingAuthorization
        {
            Issuer = issuer,
            State = new SecretText(state),
            Nonce = new SecretText(nonce),
            CodeVerifier = new SecretText(verifier),
            RedirectUri = redirect,
            SentAt = DateTimeOffset.FromUnixTimeMilliseconds(sent),
            MaxAge = members.FindNumber("max_age") is { } age ? TimeSpan.FromSeconds(age) : null,
            RequiredAcr = members.FindList("acr"),
        };
    }
}
