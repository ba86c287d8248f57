using System.Security.Cryptography;
using System.Text;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Requests;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Requests;

public class AuthorizationRequestTests
{
    private readonly TestProvider _provider = new();

    [Fact]
    public void Asks_for_a_code_with_PKCE_state_and_nonce()
    {
        var (fields, pending) = Prepare(AuthorizationOptions.None);

        Assert.Equal("code", fields["response_type"]);
        Assert.Equal(TestProvider.ClientId, fields["client_id"]);
        Assert.Equal("https://keyline.example/t/acme/oidc/main/callback", fields["redirect_uri"]);
        Assert.Equal("openid profile email", fields["scope"]);
        Assert.Equal(pending.State.Reveal(), fields["state"]);
        Assert.Equal(pending.Nonce.Reveal(), fields["nonce"]);
        Assert.Equal("S256", fields["code_challenge_method"]);
        Assert.Equal(StrictBase64Url.Write(SHA256.HashData(Encoding.ASCII.GetBytes(pending.CodeVerifier.Reveal()))), fields["code_challenge"]);
        Assert.DoesNotContain(fields, field => field.Value == pending.CodeVerifier.Reveal());
        Assert.Equal(8, fields.Count);
    }

    [Fact]
    public void Makes_each_request_its_own_secrets_of_256_bits()
    {
        var (_, first) = Prepare(AuthorizationOptions.None);
        var (_, second) = Prepare(AuthorizationOptions.None);
        var secrets = new[] { first.State, first.Nonce, first.CodeVerifier, second.State, second.Nonce, second.CodeVerifier };

        Assert.Equal(6, secrets.Select(secret => secret.Reveal()).Distinct().Count());
        Assert.All(secrets, secret => Assert.Equal(43, secret.Reveal().Length));
    }

    [Fact]
    public void Passes_on_what_the_sign_in_asks_for()
    {
        var (fields, pending) = Prepare(new AuthorizationOptions
        {
            AcrValues = ["aal2", "aal3"],
            RequireAcr = true,
            MaxAge = TimeSpan.FromMinutes(5),
            Prompt = "login",
            LoginHint = "anna+pbx@acme.example",
            FormPost = true,
            Extra = new Dictionary<string, string> { ["domain_hint"] = "acme.example", ["hd"] = "acme.example" },
        });

        Assert.Equal("aal2 aal3", fields["acr_values"]);
        Assert.Equal("300", fields["max_age"]);
        Assert.Equal("login", fields["prompt"]);
        Assert.Equal("anna+pbx@acme.example", fields["login_hint"]);
        Assert.Equal("form_post", fields["response_mode"]);
        Assert.Equal("acme.example", fields["domain_hint"]);
        Assert.Equal("acme.example", fields["hd"]);
        Assert.Equal(["aal2", "aal3"], pending.RequiredAcr);
        Assert.Equal(TimeSpan.FromMinutes(5), pending.MaxAge);
    }

    [Fact]
    public void Makes_the_class_essential_where_the_provider_can()
    {
        var options = new AuthorizationOptions { AcrValues = ["aal2"], RequireAcr = true };
        var metadata = _provider.Metadata with { TakesClaimsParameter = true };
        var prepared = Refusal.None(AuthorizationRequest.Prepare(_provider.Party, metadata, options, TestProvider.Now));
        var fields = Fields(prepared.Address);

        Assert.Equal("""{"id_token":{"acr":{"essential":true,"values":["aal2"]}}}""", fields["claims"]);
        Assert.DoesNotContain("acr_values", fields.Keys);
    }

    [Fact]
    public void Keeps_the_query_of_the_endpoint()
    {
        var metadata = _provider.Metadata with { AuthorizationEndpoint = new Uri("https://idp.example/authorize?policy=sign-in") };
        var prepared = Refusal.None(AuthorizationRequest.Prepare(_provider.Party, metadata, AuthorizationOptions.None, TestProvider.Now));

        Assert.StartsWith("https://idp.example/authorize?policy=sign-in&response_type=code&", prepared.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_neither_state_nor_nonce()
    {
        var prepared = Refusal.None(AuthorizationRequest.Prepare(_provider.Party, _provider.Metadata, AuthorizationOptions.None, TestProvider.Now));

        Assert.DoesNotContain(prepared.Pending.State.Reveal(), prepared.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(prepared.Pending.Nonce.Reveal(), prepared.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect_uri")]
    [InlineData("state")]
    [InlineData("response_type")]
    [InlineData("request")]
    [InlineData("scope")]
    public void Refuses_an_extra_parameter_that_is_the_protocols_own(string name) =>
        Refuse(new AuthorizationOptions { Extra = new Dictionary<string, string> { [name] = "x" } });

    [Fact]
    public void Refuses_options_that_contradict_themselves()
    {
        Refuse(new AuthorizationOptions { Prompt = "whatever" });
        Refuse(new AuthorizationOptions { RequireAcr = true });
        Refuse(new AuthorizationOptions { MaxAge = TimeSpan.FromSeconds(-1) });
    }

    private void Refuse(AuthorizationOptions options) => Refusal.Of(OAuthFaultCode.InvalidSettings,
        AuthorizationRequest.Prepare(_provider.Party, _provider.Metadata, options, TestProvider.Now));

    private (Dictionary<string, string> Fields, PendingAuthorization Pending) Prepare(AuthorizationOptions options)
    {
        var prepared = Refusal.None(AuthorizationRequest.Prepare(_provider.Party, _provider.Metadata, options, TestProvider.Now));
        Assert.Equal("https://idp.example/acme/authorize", prepared.Address.GetLeftPart(UriPartial.Path));
        return (Fields(prepared.Address), prepared.Pending);
    }

    private static Dictionary<string, string> Fields(Uri address) => Refusal.None(FormText.Read(address.Query, DocumentLimits.Standard));
}
