using Keyline.OpenId.Clients;
using Keyline.Secrets;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Clients;

public class RelyingPartyRulesTests
{
    private readonly RelyingParty _party = new TestProvider().Party;

    [Fact]
    public void Finds_nothing_wrong_with_good_settings() => Assert.Empty(RelyingPartyRules.Check(_party));

    [Theory]
    [InlineData("http://idp.example")]
    [InlineData("idp.example")]
    [InlineData("https://idp.example?tenant=acme")]
    [InlineData("https://idp.example#acme")]
    [InlineData("")]
    public void Refuses_an_issuer_that_cannot_be_one(string issuer) => Refuse(_party with { Issuer = issuer });

    [Fact]
    public void Refuses_settings_that_the_standards_forbid()
    {
        Refuse(_party with { RedirectUri = new Uri("http://keyline.example/callback") });
        Refuse(_party with { RedirectUri = new Uri("https://keyline.example/callback#x") });
        Refuse(_party with { MetadataAddress = new Uri("http://idp.example/metadata") });
        Refuse(_party with { ClientId = "" });
        Refuse(_party with { Scopes = ["profile"] });
        Refuse(_party with { Scopes = ["openid", "two words"] });
        Refuse(_party with { Algorithms = [] });
        Refuse(_party with { ClockTolerance = TimeSpan.FromSeconds(301) });
        Refuse(_party with { ClockTolerance = TimeSpan.FromSeconds(-1) });
        Refuse(_party with { Authentication = new ClientAuthentication.SecretBasic(new SecretText("")) });
        Refuse(_party with { Authentication = new ClientAuthentication.SecretPost(new SecretText("")) });
        Refuse(_party with { AllowedTenants = ["ACME"] });
    }

    [Fact]
    public void Collects_all_that_is_wrong() =>
        Assert.Equal(3, RelyingPartyRules.Check(_party with { ClientId = "", Scopes = [], Algorithms = [] }).Count);

    [Fact]
    public void Refuses_every_Entra_tenant_of_the_world()
    {
        var everybody = _party with
        {
            Issuer = "https://login.microsoftonline.com/{tenantid}/v2.0",
            MetadataAddress = new Uri("https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration"),
        };

        Refuse(everybody);
        Assert.Empty(RelyingPartyRules.Check(everybody with { AllowedTenants = ["11111111-2222-3333-4444-555555555555"] }));
    }

    [Fact]
    public void Refuses_every_Google_account_of_the_world()
    {
        var everybody = _party with { Issuer = "https://accounts.google.com" };

        Refuse(everybody);
        Assert.Empty(RelyingPartyRules.Check(everybody with { AllowedDomains = ["acme.example"] }));
    }

    [Fact]
    public void Refuses_the_tenant_of_all_personal_Microsoft_accounts()
    {
        Refuse(_party with { AllowedTenants = ["9188040d-6c67-4c5b-b112-36a304b66dad"] });
        Refuse(_party with { Issuer = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0" });
    }

    private static void Refuse(RelyingParty party) =>
        Assert.Equal(OAuthFaultCode.InvalidSettings, Assert.Single(RelyingPartyRules.Check(party)).Code);
}
