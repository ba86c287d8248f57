using Keyline.Identity.Directory;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Settings;
using Keyline.Secrets;

namespace Keyline.Identity.Tests.Federation.Managing;

public class OtherSettingsTests
{
    private const string Secret = "a very secret secret";

    private readonly ManagedWorld _world = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static OidcChange Client { get; } = new()
    {
        Issuer = "https://id.acme.example",
        ClientId = "keyline",
        ClientMethod = OidcClientMethod.SecretBasic,
        ClientSecret = new SecretText(Secret),
        Scopes = ["profile", "email"],
    };

    private static LdapChange Acme { get; } = new()
    {
        Host = "dc1.acme.example",
        Port = 636,
        Security = DirectorySecurity.Ldaps,
        ServiceDn = "CN=keyline,DC=acme,DC=example",
        ServicePassword = new SecretText(Secret),
        PeopleBase = "DC=acme,DC=example",
        PersonFilter = "(uid={user})",
        SubjectAttribute = "entryUUID",
        Groups = GroupLookup.MemberOf,
        GroupFilter = "(member={dn})",
        GroupNameAttribute = "cn",
    };

    [Fact]
    public async Task A_client_secret_goes_in_sealed_is_kept_and_is_nowhere_in_the_audit()
    {
        var saved = await SavedAsync(Client);
        var sealedText = ((OidcConnectionSettings)saved.Settings).SealedClientSecret;
        var again = ManagedWorld.Good(await _world.Oidc.ChangeAsync(_world.Right, saved.Id, Client with { ClientSecret = null, Prompt = "login" }, Ct));

        Assert.DoesNotContain(Secret, sealedText, StringComparison.Ordinal);
        Assert.Equal(Secret, _world.Sealer.Open(sealedText ?? "", OidcConnectionSettings.SecretPurpose(saved.Id)).Value?.Reveal());
        Assert.Equal(sealedText, ((OidcConnectionSettings)again.Settings).SealedClientSecret);
        Assert.Contains("openid", ((OidcConnectionSettings)again.Settings).Scopes);
        Assert.DoesNotContain(_world.Admin.Journal.Entries, entry => entry.Facts.Values.Any(fact => fact.Contains(Secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_private_key_is_made_here_and_only_its_public_half_comes_out()
    {
        var saved = await SavedAsync(Client with { ClientMethod = OidcClientMethod.PrivateKey, ClientSecret = null });
        var keys = _world.Oidc.PublicKeys(saved) ?? "";
        var renewed = ManagedWorld.Good(await _world.Oidc.RenewKeyAsync(_world.Right, saved.Id, Ct));

        Assert.Contains("\"kty\":\"EC\"", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("\"d\":", keys, StringComparison.Ordinal);
        Assert.NotEqual(keys, _world.Oidc.PublicKeys(renewed));
        Assert.Null(_world.Oidc.PublicKeys(await _world.CreatedAsync("oidc", "Other")));
    }

    [Fact]
    public async Task Refuses_a_client_without_a_secret_and_every_setting_that_can_not_be()
    {
        var made = await _world.CreatedAsync("oidc");
        (string Field, OidcChange Wanted)[] wrong =
        [
            ("client-secret", Client with { ClientSecret = null }),
            ("client-secret", Client with { ClientSecret = new SecretText("") }),
            ("issuer", Client with { Issuer = "" }),
            ("issuer", Client with { Issuer = "http://id.acme.example" }),
            ("issuer", Client with { Issuer = "https://accounts.google.com" }),
            ("metadata-address", Client with { MetadataAddress = "metadata" }),
            ("client-id", Client with { ClientId = " " }),
            ("prompt", Client with { Prompt = "none" }),
            ("max-age", Client with { MaxAgeSeconds = -1 }),
            ("scopes", Client with { Scopes = ["a\nb"] }),
            ("acr-values", Client with { RequireAcr = true }),
        ];
        foreach (var (field, wanted) in wrong)
        {
            Assert.Equal((ConnectionFaultCode.InvalidSetting, field), Named(await _world.Oidc.ChangeAsync(_world.Right, made.Id, wanted, Ct)));
        }

        Assert.True((await _world.Oidc.ChangeAsync(
            _world.Right, made.Id, Client with { Issuer = "https://accounts.google.com", AllowedDomains = ["Acme.Example"] }, Ct)).Ok);
    }

    [Fact]
    public async Task A_directorys_password_goes_in_sealed_and_the_directory_is_asked_with_it()
    {
        var made = await _world.CreatedAsync("active-directory");
        Assert.Equal(ConnectionFaultCode.NotComplete, (await _world.Ldap.TryAsync(_world.Right, made.Id, Ct)).Fault?.Code);
        var saved = ManagedWorld.Good(await _world.Ldap.ChangeAsync(_world.Right, made.Id, Acme, Ct));
        var asked = await _world.Ldap.TryAsync(_world.Right, made.Id, Ct);

        Assert.Equal("nobody takes the connection", asked.Fault?.Detail);
        Assert.Equal(Secret, _world.Directory.Asked?.ServicePassword.Reveal());
        Assert.DoesNotContain(Secret, ((LdapConnectionSettings)saved.Settings).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_world.Admin.Journal.Entries, entry => entry.Facts.Values.Any(fact => fact.Contains(Secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Clear_text_is_the_operators_to_allow()
    {
        var made = await _world.CreatedAsync("ldap");
        var clear = Acme with { Security = DirectorySecurity.InsecureNone, Port = 389 };
        Assert.Equal(ConnectionFaultCode.ClearTextRefused, (await _world.Ldap.ChangeAsync(_world.Right, made.Id, clear, Ct)).Fault?.Code);

        _world.Admin.Settings.Set(new TenantSettings { TenantId = _world.Admin.Acme.Id, InsecureAllowClearTextLdap = true });
        Assert.True((await _world.Ldap.ChangeAsync(_world.Right, made.Id, clear, Ct)).Ok);
    }

    [Fact]
    public async Task Refuses_every_setting_of_a_directory_that_can_not_be()
    {
        var made = await _world.CreatedAsync("ldap");
        (string Field, LdapChange Wanted)[] wrong =
        [
            ("host", Acme with { Host = "ldaps://dc1.acme.example" }),
            ("port", Acme with { Port = 0 }),
            ("service-dn", Acme with { ServiceDn = "" }),
            ("service-password", Acme with { ServicePassword = null }),
            ("people-base", Acme with { PeopleBase = "a\nb" }),
            ("person-filter", Acme with { PersonFilter = "(uid=anna)" }),
            ("subject-attribute", Acme with { SubjectAttribute = "" }),
            ("group-filter", Acme with { Groups = GroupLookup.Search, GroupFilter = "(cn=all)" }),
            ("trusted-roots", Acme with { TrustedRootsPem = "no certificate" }),
        ];
        foreach (var (field, wanted) in wrong)
        {
            Assert.Equal((ConnectionFaultCode.InvalidSetting, field), Named(await _world.Ldap.ChangeAsync(_world.Right, made.Id, wanted, Ct)));
        }
    }

    private static (ConnectionFaultCode? Code, string? Field) Named(Result<Connection, ConnectionFault> result) => (result.Fault?.Code, result.Fault?.Field);

    private async Task<Connection> SavedAsync(OidcChange wanted) =>
        ManagedWorld.Good(await _world.Oidc.ChangeAsync(_world.Right, (await _world.CreatedAsync("oidc")).Id, wanted, Ct));
}
