using System.Text.Json.Nodes;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Keys;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Discovery;

public class MetadataReaderTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Reads_what_a_provider_says()
    {
        var metadata = Refusal.None(Read(_ => { }));

        Assert.Equal(new Uri("https://idp.example/acme/token"), metadata.TokenEndpoint);
        Assert.Equal(new Uri("https://idp.example/acme/logout"), metadata.EndSessionEndpoint);
        Assert.Equal([SignatureAlgorithm.RS256, SignatureAlgorithm.ES256], metadata.Algorithms);
        Assert.True(metadata.NamesIssuerInResponses);
        Assert.True(metadata.SendsBackChannelLogout);
        Assert.False(metadata.TakesClaimsParameter);
    }

    [Theory]
    [InlineData("https://idp.example/acme", "https://idp.example/acme/.well-known/openid-configuration")]
    [InlineData("https://idp.example/", "https://idp.example/.well-known/openid-configuration")]
    public void Looks_for_metadata_below_the_issuer(string issuer, string address) =>
        Assert.Equal(address, MetadataReader.Request(new TestProvider(issuer).Party).Address.AbsoluteUri);

    [Fact]
    public void Asks_for_the_keys_where_the_metadata_says()
    {
        var request = MetadataReader.KeysRequest(_provider.Metadata);

        Assert.Equal("GET", request.Method);
        Assert.Equal(new Uri("https://idp.example/acme/keys"), request.Address);
        Assert.Null(request.Body);
    }

    [Theory]
    [InlineData("https://idp.example/acme/")]
    [InlineData("https://IDP.example/acme")]
    [InlineData("https://idp.example/globex")]
    [InlineData(null)]
    public void Refuses_another_issuer(string? issuer) =>
        Refusal.Of(OAuthFaultCode.WrongMetadataIssuer, Read(metadata => metadata["issuer"] = issuer));

    [Theory]
    [InlineData("authorization_endpoint", "http://idp.example/authorize")]
    [InlineData("token_endpoint", "/token")]
    [InlineData("token_endpoint", "https://user:secret@idp.example/token")]
    [InlineData("jwks_uri", "https://idp.example/keys#fragment")]
    [InlineData("jwks_uri", "file:///etc/keys.json")]
    [InlineData("userinfo_endpoint", "ftp://idp.example/userinfo")]
    [InlineData("end_session_endpoint", "javascript:alert(1)")]
    public void Refuses_an_endpoint_that_is_not_https(string name, string address) =>
        Refusal.Of(OAuthFaultCode.InsecureEndpoint, Read(metadata => metadata[name] = address));

    [Fact]
    public void Takes_http_only_where_the_operator_allows_it()
    {
        var local = new TestProvider("http://127.0.0.1:9000");
        var document = local.MetadataDocument.ToJsonString();

        Refusal.Of(OAuthFaultCode.InsecureEndpoint, MetadataReader.Read(document, local.Party));
        Refusal.None(MetadataReader.Read(document, local.Party with { InsecureAllowHttp = true }));
    }

    [Theory]
    [InlineData("authorization_endpoint")]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    public void Refuses_metadata_without_an_endpoint_that_is_needed(string name) =>
        Refusal.Of(OAuthFaultCode.MissingMember, Read(metadata => metadata.Remove(name)));

    [Fact]
    public void Refuses_a_provider_that_signs_with_nothing_we_accept() => Refusal.Of(OAuthFaultCode.NoCommonAlgorithm,
        Read(metadata => metadata["id_token_signing_alg_values_supported"] = new JsonArray("none", "HS256")));

    [Theory]
    [InlineData("response_types_supported", "id_token")]
    [InlineData("code_challenge_methods_supported", "plain")]
    [InlineData("token_endpoint_auth_methods_supported", "tls_client_auth")]
    public void Refuses_a_provider_that_says_it_cannot(string name, string only) =>
        Refusal.Of(OAuthFaultCode.UnsupportedByProvider, Read(metadata => metadata[name] = new JsonArray(only)));

    [Fact]
    public void Refuses_metadata_that_says_two_things() => Refusal.Of(OAuthFaultCode.DuplicateMember, MetadataReader.Read(
        _provider.MetadataDocument.ToJsonString().Replace("{\"issuer\"", "{\"jwks_uri\":\"https://evil.example\",\"issuer\"", StringComparison.Ordinal),
        _provider.Party));

    [Fact]
    public void Refuses_huge_metadata() => Refusal.Of(OAuthFaultCode.DocumentTooLarge,
        Read(metadata => metadata["padding"] = new string(' ', 256 * 1024)));

    [Fact]
    public void Refuses_a_page_instead_of_metadata() =>
        Refusal.Of(OAuthFaultCode.MalformedJson, MetadataReader.Read("<html></html>", _provider.Party));

    private Result<ProviderMetadata, OAuthFault> Read(Action<JsonObject> change)
    {
        var document = _provider.MetadataDocument;
        change(document);
        return MetadataReader.Read(document.ToJsonString(), _provider.Party);
    }
}
