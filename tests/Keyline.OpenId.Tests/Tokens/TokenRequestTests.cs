using System.Text;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Tokens;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Tokens;

public class TokenRequestTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Exchanges_the_code_with_the_verifier()
    {
        var request = Prepare(_provider.Party.Authentication);
        var form = Form(request);

        Assert.Equal("POST", request.Method);
        Assert.Equal(new Uri("https://idp.example/acme/token"), request.Address);
        Assert.Equal("application/x-www-form-urlencoded", request.ContentType);
        Assert.Equal("authorization_code", form["grant_type"]);
        Assert.Equal(TestProvider.Code, form["code"]);
        Assert.Equal(_provider.Party.RedirectUri.AbsoluteUri, form["redirect_uri"]);
        Assert.Equal(_provider.Pending.CodeVerifier.Reveal(), form["code_verifier"]);
    }

    [Fact]
    public void Client_secret_basic_encodes_both_parts_before_it_joins_them()
    {
        var party = _provider.Party with
        {
            ClientId = "key:line",
            Authentication = new ClientAuthentication.SecretBasic(new SecretText("a b+c%d:é")),
        };
        var request = TokenRequest.ForCode(party, _provider.Metadata, _provider.VerifiedCode, TestProvider.Now);
        var header = Assert.Single(request.Headers, header => header.Name == "Authorization").Value.Reveal();

        Assert.Equal("key%3Aline:a+b%2Bc%25d%3A%C3%A9", Encoding.ASCII.GetString(Convert.FromBase64String(header["Basic ".Length..])));
        Assert.DoesNotContain("client_id", Form(request).Keys);
    }

    [Fact]
    public void Client_secret_post_puts_the_secret_into_the_form()
    {
        var request = Prepare(new ClientAuthentication.SecretPost(new SecretText("a b&c")));

        Assert.Equal("a b&c", Form(request)["client_secret"]);
        Assert.Equal(TestProvider.ClientId, Form(request)["client_id"]);
        Assert.DoesNotContain(request.Headers, header => header.Name == "Authorization");
    }

    [Theory]
    [InlineData(AssertionAudience.TokenEndpoint, "https://idp.example/acme/token", SignatureAlgorithm.ES256)]
    [InlineData(AssertionAudience.Issuer, "https://idp.example/acme", SignatureAlgorithm.ES256)]
    [InlineData(AssertionAudience.TokenEndpoint, "https://idp.example/acme/token", SignatureAlgorithm.RS256)]
    [InlineData(AssertionAudience.TokenEndpoint, "https://idp.example/acme/token", SignatureAlgorithm.PS256)]
    public void Private_key_jwt_signs_a_short_lived_assertion(AssertionAudience audience, string expected, SignatureAlgorithm algorithm)
    {
        using var key = SigningKey.Generate(algorithm);
        var form = Form(Prepare(new ClientAuthentication.PrivateKey(key, audience)));
        var jwt = Refusal.None(UnverifiedJwt.Parse(form["client_assertion"], DocumentLimits.Standard));
        var claims = new ClaimSet(Refusal.None(StrictJson.ReadObject(jwt.Payload, 10_000, 4, "claims")));

        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.True(key.Public.Verify(algorithm, jwt.SigningInput, jwt.Signature));
        Assert.Equal(key.KeyId, jwt.Header.FindText("kid"));
        Assert.Equal((TestProvider.ClientId, TestProvider.ClientId, expected), (claims.FindText("iss"), claims.FindText("sub"), claims.FindText("aud")));
        Assert.Equal(TestProvider.Now.AddMinutes(2), claims.FindTime("exp"));
        Assert.NotEqual(form["client_assertion"], Form(Prepare(new ClientAuthentication.PrivateKey(key, audience)))["client_assertion"]);
    }

    [Fact]
    public void A_public_client_sends_its_id_alone()
    {
        var request = Prepare(new ClientAuthentication.NoSecret());

        Assert.Equal(TestProvider.ClientId, Form(request)["client_id"]);
        Assert.DoesNotContain("client_secret", Form(request).Keys);
        Assert.DoesNotContain(request.Headers, header => header.Name == "Authorization");
    }

    [Fact]
    public void Asks_for_a_token_of_our_own()
    {
        var form = Form(TokenRequest.ForClient(_provider.Party, _provider.Metadata, "https://graph.microsoft.com/.default", TestProvider.Now));

        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Equal("https://graph.microsoft.com/.default", form["scope"]);
    }

    [Fact]
    public void Prints_no_secret()
    {
        var request = Prepare(new ClientAuthentication.SecretPost(new SecretText("very secret")));

        Assert.DoesNotContain("very secret", request + string.Concat(request.Form), StringComparison.Ordinal);
    }

    private OutgoingRequest Prepare(ClientAuthentication authentication) => TokenRequest.ForCode(
        _provider.Party with { Authentication = authentication }, _provider.Metadata, _provider.VerifiedCode, TestProvider.Now);

    private static Dictionary<string, string> Form(OutgoingRequest request) =>
        Refusal.None(FormText.Read(request.Body!.Reveal(), DocumentLimits.Standard));
}
