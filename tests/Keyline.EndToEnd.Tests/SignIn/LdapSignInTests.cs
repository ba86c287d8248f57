using System.Text.RegularExpressions;
using Keyline.EndToEnd.Tests.Browsing;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Secrets;
using Keyline.Testing.Certificates;
using Keyline.Testing.Peers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.SignIn;

/// <summary>A person signs in with the password of an OpenLDAP directory, with a browser without script, over LDAPS with a private CA.</summary>
public partial class LdapSignInTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Groups_of_the_directory_become_roles()
    {
        using var ca = new TestCa();
        await using var keyline = await Installation.StartAsync();
        await using var directory = await ConnectAsync(keyline, ca);
        await using var visitor = await browser.VisitorAsync(script: false);
        var page = await visitor.NewPageAsync();

        await SignInAsync(page, keyline, "user001", "pw-user001");
        await page.WaitForURLAsync(url => !url.Contains("/ldap/", StringComparison.Ordinal));

        await page.GotoAsync(new Uri(keyline.Origin, "/t/acme/api/me").ToString());
        var text = await page.InnerTextAsync("body");
        Assert.Contains("user001@acme.test", text, StringComparison.Ordinal);
        Assert.Contains("\"role\":\"admin\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_person_get_the_same_answer()
    {
        using var ca = new TestCa();
        await using var keyline = await Installation.StartAsync();
        await using var directory = await ConnectAsync(keyline, ca);
        await using var visitor = await browser.VisitorAsync(script: false);
        var page = await visitor.NewPageAsync();

        await SignInAsync(page, keyline, "user001", "wrong-password");
        var known = await AnswerAsync(page);
        await SignInAsync(page, keyline, "nobody-here", "wrong-password");
        var unknown = await AnswerAsync(page);

        Assert.Equal(known, unknown);
        Assert.DoesNotContain("wrong-password", await keyline.ReadAuditAsync(), StringComparison.Ordinal);
    }

    // The reference is another each time, and names nobody.
    private static async Task<string> AnswerAsync(IPage page) => Reference().Replace(await page.InnerTextAsync("main"), "(reference)");

    private static async Task SignInAsync(IPage page, Installation keyline, string name, string password)
    {
        await page.GotoAsync(new Uri(keyline.Origin, "/t/acme/login?connection=corp").ToString());
        await page.FillAsync("input[name=username]", name);
        await page.FillAsync("input[name=password]", password);
        await page.ClickAsync("main button[type=submit]");
    }

    private static async Task<Peer> ConnectAsync(Installation keyline, TestCa ca)
    {
        var peer = await Peer.StartAsync("ldap", prepare: (folder, host) => ca.WriteServerFiles(folder, host.ToString()));
        var connection = keyline.NewConnection("corp", new LdapConnectionSettings(),
            new AttributeMap { Email = "mail", UserName = "uid", DisplayName = "displayName" });
        var sealer = keyline.Services.GetRequiredService<SecretSealer>();
        await keyline.ConnectAsync(connection with
        {
            Settings = new LdapConnectionSettings
            {
                Host = peer.Host.ToString(),
                Port = peer.Ports[1],
                TrustedRootsPem = ca.Pem,
                ServiceDn = "cn=reader,ou=services,dc=acme,dc=test",
                SealedServicePassword = sealer.Seal(new SecretText("reader-pw"), LdapConnectionSettings.SecretPurpose(connection.Id)),
                PeopleBase = "ou=people,dc=acme,dc=test",
                GroupsBase = "ou=groups,dc=acme,dc=test",
            },
        }, name => $"cn={name},ou=groups,dc=acme,dc=test");
        return peer;
    }

    [GeneratedRegex(@"\([A-Z0-9]{5}-[A-Z0-9]{5}\)")]
    private static partial Regex Reference();
}
