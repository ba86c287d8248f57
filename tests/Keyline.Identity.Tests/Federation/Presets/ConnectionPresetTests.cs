using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Federation.Presets;
using Keyline.OpenId.Clients;
using Keyline.Tenancy;

namespace Keyline.Identity.Tests.Federation.Presets;

public class ConnectionPresetTests
{
    private static readonly ConnectionAddresses _addresses = new("https://sso.keyline.test", Slug("acme"), "corp");

    public static TheoryData<string> Keys => [.. ConnectionPresets.All.Select(preset => preset.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Says_everything_that_somebody_needs(string key)
    {
        var preset = ConnectionPresets.Find(key) ?? throw new InvalidOperationException();

        Assert.NotEmpty(preset.Steps);
        Assert.NotEmpty(preset.WatchOuts);
        Assert.NotEmpty(preset.BringBack);
        Assert.NotNull(preset.Attributes.Email);
        Assert.All(preset.Steps.SelectMany(step => step.Values), value => Assert.NotEmpty(value.At(_addresses)));
        Assert.All([preset.Name, preset.Summary, preset.BringBack, .. preset.WatchOuts, .. preset.Steps.Select(step => step.Text)], text => Assert.Equal(text.Trim(), text));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Tells_the_identity_provider_exactly_our_addresses(string key)
    {
        var preset = ConnectionPresets.Find(key) ?? throw new InvalidOperationException();
        var values = preset.Steps.SelectMany(step => step.Values).Select(value => value.At(_addresses)).ToList();

        switch (preset.Kind)
        {
            case ConnectionKind.Saml:
                Assert.True(values.Contains(_addresses.SamlMetadata) || (values.Contains(_addresses.SamlConsumer) && values.Contains(_addresses.SamlEntityId)));
                break;
            case ConnectionKind.Oidc:
                Assert.Contains("https://sso.keyline.test/t/acme/oidc/corp/callback", values);
                break;
            default:
                Assert.Empty(values);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void I4_identifies_people_by_something_that_never_changes(string key)
    {
        var preset = ConnectionPresets.Find(key) ?? throw new InvalidOperationException();

        Assert.DoesNotContain("mail", preset.Attributes.Subject ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(preset.Attributes.Email, preset.Attributes.Subject ?? "the protocol's own");
    }

    [Fact]
    public void Is_found_by_key_and_by_connection_and_each_key_is_there_once()
    {
        Assert.Equal(ConnectionPresets.All.Count, ConnectionPresets.All.Select(preset => preset.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(ConnectionPresets.Find("Entra-SAML"));
        Assert.Null(ConnectionPresets.Find(null));
        Assert.Equal("google-oidc", ConnectionPresets.Of(Preset.Google, ConnectionKind.Oidc).Key);
        Assert.Equal("ldap", ConnectionPresets.Of(Preset.Okta, ConnectionKind.Ldap).Key);
    }

    [Theory]
    [InlineData("entra-saml", "150")]
    [InlineData("entra-oidc", "200")]
    [InlineData("okta-saml", "filter")]
    [InlineData("okta-oidc", "filter")]
    [InlineData("google-oidc", "acr")]
    [InlineData("google-oidc", "no groups")]
    [InlineData("google-saml", "only when they are mapped")]
    [InlineData("adfs", "certificate every year")]
    public void Warns_of_what_this_identity_provider_does(string key, string words) =>
        Assert.Contains(ConnectionPresets.Find(key)?.WatchOuts ?? [], warning => warning.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Entra_is_known_by_directory_and_object_and_follows_its_groups()
    {
        var settings = Assert.IsType<OidcConnectionSettings>(ConnectionPresets.Find("entra-oidc")?.Settings);

        Assert.Equal((SubjectSource.EntraObject, true), (settings.Subject, settings.FollowGroupOverage));
        Assert.Equal("http://schemas.microsoft.com/identity/claims/objectidentifier", ConnectionPresets.Find("entra-saml")?.Attributes.Subject);
    }

    [Fact]
    public void Directories_begin_with_tls_and_an_immutable_subject() => Assert.All(
        ConnectionPresets.All.Select(preset => preset.Settings).OfType<LdapConnectionSettings>(),
        settings =>
        {
            Assert.Equal(Identity.Directory.DirectorySecurity.Ldaps, settings.Security);
            Assert.True(settings.SubjectAttribute is "entryUUID" or "objectGUID");
            Assert.Contains("{user}", settings.PersonFilter, StringComparison.Ordinal);
        });

    private static TenantSlug Slug(string text) => TenantSlug.TryParse(text, out var slug) ? slug : throw new ArgumentException("No slug.", nameof(text));
}
