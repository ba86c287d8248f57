using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId.Requests;

/// <summary>Prepares authorization requests: code flow with PKCE (OpenID Connect Core section 3.1.2.1, RFC 9700).</summary>
public static class AuthorizationRequest
{
    private static readonly string[] _prompts = ["none", "login", "consent", "select_account"];

    // What options may never replace.
    private static readonly string[] _own =
    [
        "response_type", "response_mode", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
        "code_challenge_method", "acr_values", "max_age", "prompt", "login_hint", "claims", "request", "request_uri",
    ];

    /// <summary>Prepares one, with fresh state, nonce and code verifier of 256 bits each.</summary>
    /// <param name="party">The relying party.</param>
    /// <param name="metadata">The provider.</param>
    /// <param name="options">What this sign-in asks for.</param>
    /// <param name="now">The time.</param>
    public static Result<PreparedAuthorization, OAuthFault> Prepare(
        RelyingParty party, ProviderMetadata metadata, AuthorizationOptions options, DateTimeOffset now)
    {
        if (Invalid(options) is { } fault)
        {
            return fault;
        }

        var pending = new PendingAuthorization
        {
            Issuer = party.Issuer,
            State = Random(),
            Nonce = Random(),
            CodeVerifier = Random(),
            RedirectUri = party.RedirectUri,
            SentAt = now,
            MaxAge = options.MaxAge,
            RequiredAcr = options.RequireAcr ? options.AcrValues : [],
        };
        var address = FormText.Extend(metadata.AuthorizationEndpoint, Fields(party, metadata, options, pending));
        return new PreparedAuthorization(address, pending);
    }

    private static IEnumerable<(string Name, string Value)> Fields(
        RelyingParty party, ProviderMetadata metadata, AuthorizationOptions options, PendingAuthorization pending)
    {
        yield return ("response_type", "code");
        yield return ("client_id", party.ClientId);
        yield return ("redirect_uri", party.RedirectUri.AbsoluteUri);
        yield return ("scope", string.Join(' ', party.Scopes));
        yield return ("state", pending.State.Reveal());
        yield return ("nonce", pending.Nonce.Reveal());
        yield return ("code_challenge", StrictBase64Url.Write(SHA256.HashData(Encoding.ASCII.GetBytes(pending.CodeVerifier.Reveal()))));
        yield return ("code_challenge_method", "S256");

        if (options.FormPost)
        {
            yield return ("response_mode", "form_post");
        }

        if (options.MaxAge is { } maxAge)
        {
            yield return ("max_age", ((long)maxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        if (options.Prompt is { } prompt)
        {
            yield return ("prompt", prompt);
        }

        if (options.LoginHint is { } hint)
        {
            yield return ("login_hint", hint);
        }

        if (Claims(metadata, options) is { } claims)
        {
            yield return ("claims", claims);
        }
        else if (options.AcrValues.Count > 0)
        {
            yield return ("acr_values", string.Join(' ', options.AcrValues));
        }

        foreach (var (name, value) in options.Extra)
        {
            yield return (name, value);
        }
    }

    // Core 5.5.1.1: only the claims parameter can make an acr essential, so that the provider asks for a second factor
    // or says no. Whether it did is checked in the ID token in any case.
    private static string? Claims(ProviderMetadata metadata, AuthorizationOptions options)
    {
        if (!metadata.TakesClaimsParameter || !options.RequireAcr)
        {
            return null;
        }

        var acr = new JsonObject { ["essential"] = true, ["values"] = new JsonArray([.. options.AcrValues.Select(value => (JsonNode)value)]) };
        return new JsonObject { ["id_token"] = new JsonObject { ["acr"] = acr } }.ToJsonString();
    }

    private static OAuthFault? Invalid(AuthorizationOptions options)
    {
        if (options.Extra.Keys.FirstOrDefault(_own.Contains) is { } own)
        {
            return Refuse("extra parameters that the protocol does not know", Shown.Text(own), "remove it from the extra parameters");
        }

        if (options.Prompt is { } prompt && !_prompts.Contains(prompt))
        {
            return Refuse($"a prompt of {Shown.List(_prompts)}", Shown.Text(prompt), "correct the prompt");
        }

        if (options.RequireAcr && options.AcrValues.Count == 0)
        {
            return Refuse("authentication classes, as one is required", Shown.Nothing, "name the classes that will do");
        }

        return options.MaxAge is { } age && (age < TimeSpan.Zero || age.TotalSeconds > int.MaxValue)
            ? Refuse("a max_age of 0 seconds or more", Shown.Seconds(age), "correct the max_age")
            : null;
    }

    private static OAuthFault Refuse(string expected, string came, string toDo) =>
        new(OAuthFaultCode.InvalidSettings, expected, came, toDo);

    private static SecretText Random() => new(StrictBase64Url.Write(RandomNumberGenerator.GetBytes(32)));
}
