using System.Reflection;
using Keyline.OpenId.Clients;
using Keyline.OpenId.Discovery;
using Keyline.OpenId.Keys;
using Keyline.Testing.OpenId;

namespace Keyline.OpenId.Tests.Discovery;

/// <summary>Metadata in the form in which the providers of the presets write it.</summary>
public class KnownProvidersTests
{
    private static readonly string _root = typeof(KnownProvidersTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Root").Value!;

    [Fact]
    public void Reads_Entra_ID_for_several_tenants()
    {
        var metadata = Read("Entra", "https://login.microsoftonline.com/{tenantid}/v2.0", party => party with
        {
            MetadataAddress = new Uri("https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration"),
            AllowedTenants = ["11111111-2222-3333-4444-555555555555"],
            Subject = SubjectSource.EntraObject,
        });

        Assert.Equal(new Uri("https://graph.microsoft.com/oidc/userinfo"), metadata.UserInfoEndpoint);
        Assert.False(metadata.NamesIssuerInResponses);
        Assert.False(metadata.SendsBackChannelLogout);
    }

    [Fact]
    public void Reads_Google_Workspace()
    {
        var metadata = Read("Google", "https://accounts.google.com", party => party with { AllowedDomains = ["acme.example"] });

        Assert.Equal([SignatureAlgorithm.RS256], metadata.Algorithms);
        Assert.Null(metadata.EndSessionEndpoint);
    }

    [Fact]
    public void Reads_Okta()
    {
        var metadata = Read("Okta", "https://acme.okta.com", party => party);

        Assert.Contains("groups", metadata.Scopes);
        Assert.Equal(new Uri("https://acme.okta.com/oauth2/v1/logout"), metadata.EndSessionEndpoint);
    }

    private static ProviderMetadata Read(string name, string issuer, Func<RelyingParty, RelyingParty> change)
    {
        var party = change(new TestProvider(issuer).Party);
        Assert.Empty(RelyingPartyRules.Check(party));
        return Refusal.None(MetadataReader.Read(
            File.ReadAllText(Path.Combine(_root, $"tests/Keyline.OpenId.Tests/Discovery/KnownProvidersTests.{name}.json")), party));
    }
}
