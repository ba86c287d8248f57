using Keyline.OpenId;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.Server.Tests.Human.OpenId;

/// <summary>A provider that signs what a test tells it to, now.</summary>
internal sealed class OidcIdp(string issuer = "https://idp.example/acme")
{
    private readonly TestProvider _provider = new(issuer);

    public string Issuer { get; } = issuer;

    /// <summary>The ID token that the token endpoint hands out.</summary>
    public SecretText? NextToken { get; set; }

    /// <summary>What the token endpoint says instead.</summary>
    public ProviderAnswer? TokenAnswer { get; set; }

    public ProviderAnswer? Answer(OutgoingRequest request)
    {
        var address = request.Address.AbsoluteUri;
        return !address.StartsWith(Issuer, StringComparison.Ordinal) ? null : address[Issuer.Length..] switch
        {
            "/.well-known/openid-configuration" => Json(_provider.MetadataDocument.ToJsonString()),
            "/keys" => Json(TestProvider.KeySetJson),
            "/token" => TokenAnswer ?? (NextToken is { } token ? TestProvider.TokenAnswer(token) : null),
            "/userinfo" => Json("""{"sub":"anna","phone_number":"+41 44 555 01 01"}"""),
            _ => null,
        };
    }

    /// <summary>A complete valid ID token for a request. Change one thing with <c>With</c>.</summary>
    public TokenDraft IdToken(OidcAsked asked)
    {
        var now = DateTimeOffset.UtcNow;
        return _provider.IdToken().With("nonce", asked.Nonce).With("iat", now).With("nbf", now).With("exp", now.AddMinutes(5)).With("auth_time", now);
    }

    public TokenDraft LogoutToken(string id)
    {
        var now = DateTimeOffset.UtcNow;
        return _provider.LogoutToken().With("iat", now).With("exp", now.AddMinutes(2)).With("jti", id);
    }

    /// <summary>The query of a good answer.</summary>
    public string Query(OidcAsked asked) => $"?code={TestProvider.Code}&state={asked.State}&iss={Uri.EscapeDataString(Issuer)}";

    private static ProviderAnswer Json(string json) => new(200, new SecretText(json), "application/json");
}
