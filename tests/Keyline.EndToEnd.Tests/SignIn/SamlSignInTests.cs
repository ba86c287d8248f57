using Keyline.EndToEnd.Tests.Browsing;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Journal;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Testing.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.EndToEnd.Tests.SignIn;

/// <summary>A person signs in through SimpleSAMLphp, with a browser, from the first page to the roles.</summary>
public class SamlSignInTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly AttributeMap _attributes = new()
    {
        Email = "mail",
        UserName = "uid",
        DisplayName = "displayName",
        Phone = "telephoneNumber",
        Groups = "groups",
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Groups_of_a_signed_or_encrypted_assertion_become_roles(bool encrypted)
    {
        await using var idp = await SamlIdpPeer.StartAsync(encrypted);
        await using var keyline = await Installation.StartAsync();
        await ConnectAsync(keyline, idp, allowCbc: encrypted);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();

        await page.GoToConnectionAsync(keyline, "corp");
        await page.SignInAtSimpleSamlAsync("user001");
        await page.WaitForKeylineAsync(keyline);

        var me = await page.WhoAmIAsync() ?? throw new InvalidOperationException(await page.ContentAsync());
        Assert.Equal("user001@acme.test", me.GetProperty("email").GetString());
        Assert.Equal("Test User 1", me.GetProperty("name").GetString());
        Assert.Equal(["admin", "agent", "user"], me.Roles().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_audit_log_names_the_sign_in_as_the_IdP_does()
    {
        await using var idp = await SamlIdpPeer.StartAsync();
        await using var keyline = await Installation.StartAsync();
        await ConnectAsync(keyline, idp);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();

        await page.GoToConnectionAsync(keyline, "corp");
        await page.SignInAtSimpleSamlAsync("user011");
        await page.WaitForKeylineAsync(keyline);

        var entries = await keyline.AskAsync<IAuditLog, IReadOnlyList<AuditEntry>>(log =>
            log.SearchAsync(new AuditQuery { TenantId = keyline.Acme.Id, Text = "sign-in" }, TestContext.Current.CancellationToken));
        var entry = Assert.Single(entries, entry => entry is { Action: "sign-in", Outcome: AuditOutcome.Success });
        Assert.All(["saml-response", "saml-assertion", "saml-session-index"], fact => Assert.StartsWith("_", entry.Facts[fact], StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_assertion_that_is_encrypted_without_integrity_is_refused_unless_the_connection_allows_it()
    {
        await using var idp = await SamlIdpPeer.StartAsync(encrypt: true);
        await using var keyline = await Installation.StartAsync();
        await ConnectAsync(keyline, idp);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();

        await page.GoToConnectionAsync(keyline, "corp");
        await page.SignInAtSimpleSamlAsync("user001");
        await page.WaitForSelectorAsync("text=Reference");

        Assert.Contains("saml.ForbiddenEncryption", await keyline.ReadAuditAsync(), StringComparison.Ordinal);
        Assert.Null(await page.WhoAmIAsync());
    }

    [Fact]
    public async Task Signing_out_here_signs_out_at_the_IdP_too()
    {
        await using var idp = await SamlIdpPeer.StartAsync();
        await using var keyline = await Installation.StartAsync();
        await ConnectAsync(keyline, idp);
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();
        await page.GoToConnectionAsync(keyline, "corp");
        await page.SignInAtSimpleSamlAsync("user001");
        await page.WaitForKeylineAsync(keyline);
        Assert.NotNull(await page.WhoAmIAsync());

        await page.SignOutAsync();

        Assert.Null(await page.WhoAmIAsync());
        await page.GoToConnectionAsync(keyline, "corp");
        await page.WaitForSelectorAsync("input[name=password]");
    }

    // SimpleSAMLphp encrypts for a public key with AES-128-CBC, whatever is asked for.
    private static async Task ConnectAsync(Installation keyline, SamlIdpPeer idp, bool allowCbc = false)
    {
        using var http = new HttpClient();
        var metadata = MetadataReader.ReadIdentityProvider(await http.GetStringAsync(idp.MetadataAddress), new MetadataOptions(), DateTimeOffset.UtcNow);
        Assert.True(metadata.Ok, metadata.Fault?.Detail);
        var connection = keyline.NewConnection("corp", new SamlConnectionSettings(), _attributes);
        var settings = new SamlConnectionSettings
        {
            Provider = Believe(metadata.Value),
            InsecureAllowCbc = allowCbc,
            Keys = [keyline.Services.GetRequiredService<SamlKeys>().Create(connection.Id, SamlKeyState.Current)],
        };
        await keyline.ConnectAsync(connection with { Settings = settings });
        idp.Know("keyline", await http.GetStringAsync(new Uri(keyline.Back, "/t/acme/saml/corp/metadata")));
    }

    private static SamlProvider Believe(IdentityProviderMetadata metadata) => new()
    {
        EntityId = metadata.EntityId,
        SingleSignOnRedirect = metadata.SingleSignOn.First(place => place.Binding == SamlBinding.Redirect).Location,
        LogoutRedirect = metadata.SingleLogout.First(place => place.Binding == SamlBinding.Redirect).Location,
        SigningCertificates = [.. metadata.SigningKeys.Select(key => Convert.ToBase64String(key.Certificate.Span))],
        WantsSignedRequests = metadata.WantAuthnRequestsSigned,
    };
}
