using System.Text.Json.Nodes;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;
using Keyline.OpenId.Requests;
using Keyline.OpenId.Verification;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Entra;

/// <summary>One Entra application for several tenants: the issuer has a place for the tenant, and a list says which may come.</summary>
public class TenantTests
{
    private const string Acme = "11111111-2222-3333-4444-555555555555";
    private const string Globex = "99999999-8888-7777-6666-555555555555";
    private const string Template = "https://login.example/{tenantid}/v2.0";

    private readonly TestProvider _provider;

    public TenantTests() => _provider = new TestProvider(Template)
    {
        Party = new TestProvider(Template).Party with
        {
            MetadataAddress = new Uri("https://login.example/organizations/v2.0/.well-known/openid-configuration"),
            AllowedTenants = [Acme],
            Subject = SubjectSource.EntraObject,
        },
    };

    [Fact]
    public void A_person_of_an_allowed_tenant_may_come()
    {
        var token = Refusal.None(_provider.Verify(Token(Acme)));

        Assert.Equal($"https://login.example/{Acme}/v2.0", token.Issuer);
        Assert.Equal(Acme, token.TenantId);
    }

    [Fact]
    public void A_person_of_another_tenant_is_refused() => Refusal.Of(OAuthFaultCode.TenantNotAllowed, _provider.Verify(Token(Globex)));

    [Fact]
    public void A_token_without_tenant_is_refused() => Refusal.Of(OAuthFaultCode.TenantNotAllowed, _provider.Verify(Token(Acme).Without("tid")));

    [Fact]
    public void A_tenant_that_differs_from_the_issuers_is_refused()
    {
        Refusal.Of(OAuthFaultCode.WrongIssuer, _provider.Verify(Token(Globex).With("tid", Acme)));
        Refusal.Of(OAuthFaultCode.WrongIssuer, _provider.Verify(Token(Acme).With("iss", Template)));
    }

    [Fact]
    public void A_key_of_one_tenant_does_not_sign_for_another()
    {
        var own = KeysOf($"https://login.example/{Acme}/v2.0");
        var common = KeysOf(Template);
        var foreign = KeysOf($"https://login.example/{Globex}/v2.0");

        Refusal.None(Verify(own));
        Refusal.None(Verify(common));
        Refusal.Of(OAuthFaultCode.WrongIssuer, Verify(foreign));
    }

    [Fact]
    public void The_metadata_names_the_template_itself() => Assert.Equal(Template, _provider.Metadata.Issuer);

    [Theory]
    [InlineData(Acme, true)]
    [InlineData(Globex, false)]
    [InlineData("{tenantid}", false)]
    public void A_response_names_the_issuer_of_an_allowed_tenant(string tenant, bool accepted)
    {
        var issuer = Template.Replace("{tenantid}", tenant, StringComparison.Ordinal);
        var response = Refusal.None(AuthorizationResponse.Read(
            $"code=x&state=state-of-anna&iss={Uri.EscapeDataString(issuer)}", DocumentLimits.Standard));

        var verified = AuthorizationResponseVerifier.Verify(response, _provider.Pending, _provider.Party, _provider.Metadata, TestProvider.Now);

        Assert.Equal(accepted, verified.Outcome.Ok);
    }

    private TokenDraft Token(string tenant) => _provider.IdToken()
        .With("iss", $"https://login.example/{tenant}/v2.0").With("tid", tenant).With("oid", "66666666-7777-8888-9999-000000000000");

    private Checked<VerifiedIdToken> Verify(KeySet keys) =>
        IdTokenVerifier.Verify(Token(Acme).Sign(), _provider.Expectations, _provider.Party, keys, TestProvider.Now);

    private static KeySet KeysOf(string issuer)
    {
        var document = JsonNode.Parse(TestProvider.KeySetJson)!;
        document["keys"]![0]!["issuer"] = issuer;
        return Refusal.None(KeySetReader.Read(document.ToJsonString(), DocumentLimits.Standard));
    }
}
