using System.Text.Json.Nodes;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Entra;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Logout;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Tokens;
using Keyline.OpenId.UserInfo;
using Keyline.OpenId.Verification;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests;

/// <summary>For each fault code one message from the wire that produces it.</summary>
internal static class FaultCatalogue
{
    private static readonly TestProvider _provider = new();
    private static readonly DocumentLimits _limits = DocumentLimits.Standard;

    public static IReadOnlyDictionary<OAuthFaultCode, Func<OAuthFault?>> Producers { get; } = new Dictionary<OAuthFaultCode, Func<OAuthFault?>>
    {
        [OAuthFaultCode.DocumentTooLarge] = () => Token(new SecretText(new string('x', 70_000))),
        [OAuthFaultCode.DocumentTooDeep] = () => Keys(new string('[', 50) + new string(']', 50)),
        [OAuthFaultCode.MalformedJson] = () => Keys("keys"),
        [OAuthFaultCode.DuplicateMember] = () => Keys("""{"keys":[],"keys":[]}"""),
        [OAuthFaultCode.MissingMember] = () => Keys("{}"),
        [OAuthFaultCode.WrongMemberType] = () => Token(_provider.IdToken().With("sub", 1)),
        [OAuthFaultCode.UnexpectedAnswer] = () => TokenAnswer(502, "Bad Gateway"),
        [OAuthFaultCode.InvalidSettings] = () => RelyingPartyRules.Check(_provider.Party with { ClientId = "" }).Single(),
        [OAuthFaultCode.WrongMetadataIssuer] = () => Metadata("issuer", "https://other.example"),
        [OAuthFaultCode.InsecureEndpoint] = () => Metadata("jwks_uri", "http://idp.example/keys"),
        [OAuthFaultCode.NoCommonAlgorithm] = () => Metadata("id_token_signing_alg_values_supported", new JsonArray("HS256")),
        [OAuthFaultCode.UnsupportedByProvider] = () => Metadata("response_types_supported", new JsonArray("id_token")),
        [OAuthFaultCode.TenantNotAllowed] = () => TokenFor(
            party => party with { AllowedTenants = ["11111111-2222-3333-4444-555555555555"] }, _provider.IdToken()),
        [OAuthFaultCode.TooManyKeys] = () => Keys($$"""{"keys":[{{string.Join(',', Enumerable.Repeat("{}", 65))}}]}"""),
        [OAuthFaultCode.NoUsableKey] = () => Keys("""{"keys":[]}"""),
        [OAuthFaultCode.PrivateKeyPublished] = () => Keys("""{"keys":[{"kty":"oct","k":"AAAA"}]}"""),
        [OAuthFaultCode.DuplicateKeyId] = () => Keys(TestProvider.KeySetJson.Replace(TestKeys.Rsa.KeyId, TestKeys.Ec.KeyId, StringComparison.Ordinal)),
        [OAuthFaultCode.UnknownKey] = () => Token(_provider.IdToken().WithHeader("kid", "unknown")),
        [OAuthFaultCode.UnusableKey] = () => Token(_provider.IdToken().WithHeader("kid", TestKeys.Rsa.KeyId)),
        [OAuthFaultCode.AmbiguousKey] = Ambiguous,
        [OAuthFaultCode.MalformedToken] = () => Token(new SecretText("token")),
        [OAuthFaultCode.AlgorithmNotAllowed] = () => Token(_provider.IdToken().WithHeader("alg", "none")),
        [OAuthFaultCode.CriticalHeader] = () => Token(_provider.IdToken().WithHeader("crit", new JsonArray("b64"))),
        [OAuthFaultCode.WrongTokenType] = () => Token(_provider.IdToken().WithHeader("typ", "at+jwt")),
        [OAuthFaultCode.BadSignature] = () => Token(_provider.IdToken().ForgedBy(TestKeys.Stranger)),
        [OAuthFaultCode.WrongIssuer] = () => Token(_provider.IdToken().With("iss", "https://other.example")),
        [OAuthFaultCode.WrongAudience] = () => Token(_provider.IdToken().With("aud", "other")),
        [OAuthFaultCode.WrongAuthorizedParty] = () => Token(_provider.IdToken().With("azp", "other")),
        [OAuthFaultCode.Expired] = () => Token(_provider.IdToken().With("exp", TestProvider.Now.AddMinutes(-1))),
        [OAuthFaultCode.NotYetValid] = () => Token(_provider.IdToken().With("nbf", TestProvider.Now.AddMinutes(2))),
        [OAuthFaultCode.IssuedInFuture] = () => Token(_provider.IdToken().With("iat", TestProvider.Now.AddMinutes(2))),
        [OAuthFaultCode.WrongNonce] = () => Token(_provider.IdToken().Without("nonce")),
        [OAuthFaultCode.WrongHash] = () => Token(_provider.IdToken().With("at_hash", "AAAA")),
        [OAuthFaultCode.AuthenticationTooOld] = () => TokenWith(
            expected => expected with { MaxAge = TimeSpan.Zero }, _provider.IdToken().With("auth_time", TestProvider.Now.AddHours(-1))),
        [OAuthFaultCode.AuthenticationClassNotMet] = () => TokenWith(expected => expected with { RequiredAcr = ["aal3"] }, _provider.IdToken()),
        [OAuthFaultCode.InvalidSubject] = () => Token(_provider.IdToken().With("sub", "")),
        [OAuthFaultCode.DuplicateParameter] = () => Response("code=a&code=b&state=state-of-anna"),
        [OAuthFaultCode.MissingParameter] = () => Response("code=a"),
        [OAuthFaultCode.WrongState] = () => Response("code=a&state=b"),
        [OAuthFaultCode.WrongResponseIssuer] = () => Response("code=a&state=state-of-anna&iss=https%3A%2F%2Fevil.example"),
        [OAuthFaultCode.AccessDenied] = () => Error("access_denied"),
        [OAuthFaultCode.InteractionRequired] = () => Error("login_required"),
        [OAuthFaultCode.ProviderUnavailable] = () => Error("server_error"),
        [OAuthFaultCode.ProviderRefused] = () => Error("invalid_request"),
        [OAuthFaultCode.TokenRequestRefused] = () => TokenAnswer(400, """{"error":"invalid_grant"}"""),
        [OAuthFaultCode.UnsupportedTokenType] = () => TokenAnswer(200, """{"access_token":"a","token_type":"mac","id_token":"b"}"""),
        [OAuthFaultCode.WrongUserInfoSubject] = () => UserInfo("""{"sub":"boss"}"""),
        [OAuthFaultCode.MissingLogoutEvent] = () => LogoutToken(_provider.LogoutToken().Without("events")),
        [OAuthFaultCode.NonceInLogoutToken] = () => LogoutToken(_provider.LogoutToken().With("nonce", "n")),
        [OAuthFaultCode.NothingToLogOut] = () => LogoutToken(_provider.LogoutToken().Without("sid").Without("sub")),
        [OAuthFaultCode.ForeignNextPage] = () => Groups("""{"value":[],"@odata.nextLink":"https://evil.example/"}""", _limits),
        [OAuthFaultCode.TooManyGroups] = () => Groups("""{"value":[{"id":"g1"}]}""", _limits with { Groups = 0 }),
    };

    private static OAuthFault? Keys(string json) => KeySetReader.Read(json, _limits).Fault;

    private static OAuthFault? Metadata(string name, JsonNode value)
    {
        var document = _provider.MetadataDocument;
        document[name] = value;
        return MetadataReader.Read(document.ToJsonString(), _provider.Party).Fault;
    }

    private static OAuthFault? Token(TokenDraft draft) => Token(draft.Sign());

    private static OAuthFault? Token(SecretText token) => _provider.Verify(token).Outcome.Fault;

    private static OAuthFault? TokenFor(Func<RelyingParty, RelyingParty> change, TokenDraft draft) =>
        IdTokenVerifier.Verify(draft.Sign(), _provider.Expectations, change(_provider.Party), TestProvider.Keys, TestProvider.Now).Outcome.Fault;

    private static OAuthFault? TokenWith(Func<IdTokenExpectations, IdTokenExpectations> change, TokenDraft draft) =>
        IdTokenVerifier.Verify(draft.Sign(), change(_provider.Expectations), _provider.Party, TestProvider.Keys, TestProvider.Now).Outcome.Fault;

    private static OAuthFault? Ambiguous()
    {
        var keys = KeySetReader.Read(KeySetWriter.Write([TestKeys.Ec, TestKeys.Stranger]), _limits).Value!;
        return IdTokenVerifier.Verify(_provider.IdToken().WithoutHeader("kid").Sign(), _provider.Expectations, _provider.Party, keys, TestProvider.Now)
            .Outcome.Fault;
    }

    private static OAuthFault? Response(string query)
    {
        var response = AuthorizationResponse.Read(query, _limits);
        return response.Ok
            ? AuthorizationResponseVerifier.Verify(response.Value, _provider.Pending, _provider.Party, _provider.Metadata, TestProvider.Now).Outcome.Fault
            : response.Fault;
    }

    private static OAuthFault? Error(string error) =>
        Response($"error={error}&state=state-of-anna&iss={Uri.EscapeDataString(_provider.Issuer)}");

    private static OAuthFault? TokenAnswer(int status, string body) =>
        TokenAnswerReader.ReadSignIn(new ProviderAnswer(status, new SecretText(body), "application/json"), _limits).Fault;

    private static OAuthFault? UserInfo(string body) => UserInfoVerifier.Verify(
        new ProviderAnswer(200, new SecretText(body), "application/json"), _provider.Verify(_provider.IdToken()).Outcome.Value!,
        _provider.Party, TestProvider.Keys, TestProvider.Now).Outcome.Fault;

    private static OAuthFault? LogoutToken(TokenDraft draft) =>
        LogoutTokenVerifier.Verify(draft.Sign(), _provider.Party, TestProvider.Keys, TestProvider.Now).Outcome.Fault;

    private static OAuthFault? Groups(string page, DocumentLimits limits)
    {
        var person = _provider.Verify(_provider.IdToken().With("oid", "66666666-7777-8888-9999-000000000000")).Outcome.Value!;
        return GraphGroups.Begin(GraphGroups.PublicCloud, person, new SecretText("graph-token")).Value!
            .Read(new ProviderAnswer(200, new SecretText(page)), limits).Fault;
    }
}
