using System.Text.Json.Nodes;
using Keyline.OpenId;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Verification;
using Keyline.Secrets;

namespace Keyline.Testing.OpenId;

/// <summary>
/// An OpenID provider in memory: the documents it would serve, and tokens it would sign. Everything it makes is valid;
/// tests take one thing and break it.
/// </summary>
public sealed class TestProvider
{
    public const string ClientId = "keyline";
    public const string AccessToken = "access-token-of-anna";
    public const string Code = "code-of-anna";

    public TestProvider(string issuer = "https://idp.example/acme")
    {
        Issuer = issuer;
        Party = new RelyingParty
        {
            Issuer = issuer,
            ClientId = ClientId,
            RedirectUri = new Uri("https://keyline.example/t/acme/oidc/main/callback"),
            Authentication = new ClientAuthentication.SecretBasic(new SecretText("client secret")),
        };
    }

    /// <summary>The time of every test: a Monday morning.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public string Issuer { get; }

    public RelyingParty Party { get; init; }

    public JsonObject MetadataDocument => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Issuer}/authorize",
        ["token_endpoint"] = $"{Issuer}/token",
        ["jwks_uri"] = $"{Issuer}/keys",
        ["userinfo_endpoint"] = $"{Issuer}/userinfo",
        ["end_session_endpoint"] = $"{Issuer}/logout",
        ["response_types_supported"] = new JsonArray("code"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("ES256", "RS256", "HS256"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_basic", "client_secret_post", "private_key_jwt"),
        ["authorization_response_iss_parameter_supported"] = true,
        ["backchannel_logout_supported"] = true,
        ["backchannel_logout_session_supported"] = true,
    };

    public static string KeySetJson => KeySetWriter.Write([TestKeys.Ec, TestKeys.Rsa]);

    public ProviderMetadata Metadata => Get(MetadataReader.Read(MetadataDocument.ToJsonString(), Party));

    public static KeySet Keys => Get(KeySetReader.Read(KeySetJson, DocumentLimits.Standard));

    /// <summary>A request that was sent half a minute ago.</summary>
    public PendingAuthorization Pending => new()
    {
        Issuer = Party.Issuer,
        State = new SecretText("state-of-anna"),
        Nonce = new SecretText("nonce-of-anna"),
        CodeVerifier = new SecretText("verifier-of-anna-0123456789-0123456789-0123456789"),
        RedirectUri = Party.RedirectUri,
        SentAt = Now.AddSeconds(-30),
    };

    public AuthorizationCode VerifiedCode => new(new SecretText(Code), Pending);

    public IdTokenExpectations Expectations => new()
    {
        Nonce = Pending.Nonce,
        AccessToken = new SecretText(AccessToken),
        Code = new SecretText(Code),
    };

    /// <summary>The query with which a good response comes back.</summary>
    public string ResponseQuery => $"?code={Code}&state=state-of-anna&iss={Uri.EscapeDataString(Issuer)}";

    /// <summary>A complete ID token for <see cref="Expectations"/>.</summary>
    public TokenDraft IdToken() => new(
        Header("JWT"),
        new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["azp"] = ClientId,
            ["sub"] = "anna",
            ["iat"] = Now.ToUnixTimeSeconds(),
            ["nbf"] = Now.ToUnixTimeSeconds(),
            ["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds(),
            ["auth_time"] = Now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["nonce"] = "nonce-of-anna",
            ["at_hash"] = TokenHash.Of(AccessToken),
            ["c_hash"] = TokenHash.Of(Code),
            ["acr"] = "aal2",
            ["amr"] = new JsonArray("pwd", "otp"),
            ["sid"] = "session-1",
            ["jti"] = "token-1",
            ["email"] = "anna@acme.example",
            ["name"] = "Anna Example",
            ["groups"] = new JsonArray("pbx-admins", "staff"),
        },
        TestKeys.Ec);

    /// <summary>A complete logout token for the session of <see cref="IdToken"/>.</summary>
    public TokenDraft LogoutToken() => new(
        Header("logout+jwt"),
        new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "anna",
            ["sid"] = "session-1",
            ["iat"] = Now.ToUnixTimeSeconds(),
            ["exp"] = Now.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = "logout-1",
            ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        },
        TestKeys.Ec);

    /// <summary>Complete userinfo claims for the person of <see cref="IdToken"/>, to be signed or not.</summary>
    public TokenDraft UserInfo() => new(
        Header("JWT"),
        new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["sub"] = "anna",
            ["name"] = "Anna of userinfo",
            ["phone_number"] = "+41 44 555 01 01",
            ["acr"] = "aal3",
        },
        TestKeys.Ec);

    public static ProviderAnswer TokenAnswer(SecretText idToken) => new(200, new SecretText(new JsonObject
    {
        ["access_token"] = AccessToken,
        ["token_type"] = "Bearer",
        ["expires_in"] = 3600,
        ["id_token"] = idToken.Reveal(),
    }.ToJsonString()), "application/json");

    public Checked<VerifiedIdToken> Verify(TokenDraft draft) => Verify(draft.Sign());

    public Checked<VerifiedIdToken> Verify(SecretText token) => IdTokenVerifier.Verify(token, Expectations, Party, Keys, Now);

    internal static JsonObject Header(string type) => new() { ["alg"] = "ES256", ["kid"] = TestKeys.Ec.KeyId, ["typ"] = type };

    internal static T Get<T>(Result<T, OAuthFault> result)
        where T : notnull => result.Ok ? result.Value : throw new InvalidOperationException(result.Fault.Detail);
}
