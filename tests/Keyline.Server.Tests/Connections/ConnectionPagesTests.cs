using System.Net;
using AngleSharp.Dom;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Roles;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Server.Tests.Human.Saml;
using Keyline.Server.Tests.Portal;
using Keyline.Testing.Saml;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Connections;

public sealed class ConnectionPagesTests(PortalSite site) : IClassFixture<PortalSite>
{
    private const string All = "/t/acme/console/connections";

    [Fact]
    public async Task An_administrator_connects_a_saml_idp_from_the_pages_alone()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        Assert.NotNull((await admin.OpenAsync(All)).QuerySelector($"a[href='{All}/new']"));
        Assert.NotNull((await admin.OpenAsync(All + "/new")).QuerySelector($"a[href='{All}/new/entra-saml']"));

        var values = await admin.SendAsync(All + "/new/entra-saml", ("name", "Acme Entra"));
        Assert.Contains("https://sso.keyline.test/t/acme/saml/acme-entra/acs", values.Body?.TextContent, StringComparison.Ordinal);
        Assert.Contains("150 groups", values.Body?.TextContent, StringComparison.Ordinal);

        var idp = new SamlIdp();
        var read = await admin.SendAsync(All + "/acme-entra/idp/file", ("metadata", MetadataOf(idp)));
        Assert.Contains(idp.EntityId, read.QuerySelector(".facts")?.TextContent, StringComparison.Ordinal);

        var mapped = await admin.SendAsync(All + "/acme-entra/attributes", ("subject", "oid"), ("email", "email"), ("groups", "groups"));
        Assert.Equal("oid", mapped.QuerySelector("input[name=subject]")?.GetAttribute("value"));
        Assert.Contains("not tested", await admin.IsRefusedAsync(All + "/acme-entra/enable"), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await admin.OpenAsync(All + "/acme-entra/test")).QuerySelector("form[action='/t/acme/test/acme-entra']"));

        var on = await admin.SendAsync(All + "/acme-entra/enable", ("untested", "true"));
        Assert.Contains("On, not tested", on.Body?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Switch Acme Entra off?", (await admin.OpenAsync(All + "/acme-entra/disable")).Body?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_shows_who_it_would_be_and_what_came()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        var idp = new SamlIdp();
        await admin.SendAsync(All + "/new/saml", ("name", "Tested"));
        await admin.SendAsync(All + "/tested/idp/file", ("metadata", MetadataOf(idp)));
        using var begun = await admin.Browser.PostAsync("/t/acme/test/tested", site.Origin);
        var page = await PortalSite.ReadAsync(begun);
        var go = page.QuerySelector("meta[http-equiv]")?.GetAttribute("content") ?? page.QuerySelector("main a")?.GetAttribute("href") ?? "";
        var asked = SamlIdp.Read(new Uri(go[go.IndexOf("https://", StringComparison.Ordinal)..]));

        using var answer = await admin.Browser.PostAsync("/t/acme/saml/tested/acs", "https://idp.example",
            ("SAMLResponse", idp.Answer(asked).ToBase64()), ("RelayState", asked.RelayState), ("again", "1"));
        var result = await admin.OpenAsync(answer.Headers.Location?.OriginalString ?? "");

        Assert.Contains("would be let in", result.QuerySelector(".notice")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("user-1", result.Body?.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(result.QuerySelectorAll(".checks > li"));
        Assert.NotNull(result.QuerySelector($"a[href='{All}/tested/test']"));
        Assert.Contains("Tested", (await admin.OpenAsync(All + "/tested/test")).QuerySelector(".badge.good")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.OpenAsync(All + "/tested/attributes")).QuerySelector("datalist option"));
    }

    [Fact]
    public async Task Secrets_go_in_and_are_on_no_page()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await admin.SendAsync(All + "/new/oidc", ("name", "Id"));
        var said = await admin.IsRefusedAsync(All + "/id/idp", ("issuer", "https://id.acme.example"), ("client-id", "keyline"), ("scopes", "profile"));
        Assert.Contains("client secret", said, StringComparison.Ordinal);

        var saved = await admin.SendAsync(All + "/id/idp",
            ("issuer", "https://id.acme.example"), ("client-id", "keyline"), ("scopes", "profile"), ("client-secret", "very-secret-1"));
        Assert.DoesNotContain("very-secret-1", saved.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("One is kept", saved.Body?.TextContent, StringComparison.Ordinal);

        await admin.SendAsync(All + "/new/active-directory", ("name", "Directory"));
        var refused = await admin.IsRefusedAsync(All + "/directory/idp", ("host", "dc1.acme.example"), ("port", "636"), ("service-password", "very-secret-2"));
        Assert.DoesNotContain("very-secret-2", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_metadata_is_shown_as_a_difference_and_accepted_as_it_was_seen()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await admin.SendAsync(All + "/new/saml", ("name", "Held"));
        await admin.SendAsync(All + "/held/idp/file", ("metadata", MetadataOf(new SamlIdp())));
        Assert.NotNull((await admin.OpenAsync(All + "/held/difference")).QuerySelector(".empty"));
        await HoldAsync("held", new SamlIdp { Certificate = SamlTestKeys.IdentityProviderNext });

        var difference = await admin.OpenAsync(All + "/held/difference");
        Assert.NotEmpty(difference.QuerySelectorAll("ins"));
        Assert.Contains("look at it and try again", await admin.IsRefusedAsync(All + "/held/difference", ("mark", "x"), ("decision", "accept")), StringComparison.Ordinal);
        var mark = difference.QuerySelector("input[name=mark]")?.GetAttribute("value") ?? "";
        await admin.SendAsync(All + "/held/difference", ("mark", mark), ("decision", "accept"));
        Assert.NotNull((await admin.OpenAsync(All + "/held/difference")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_trace_is_found_by_its_reference_and_says_what_to_do()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await admin.SendAsync(All + "/new/saml", ("name", "Traced"));
        await admin.SendAsync(All + "/traced/idp/file", ("metadata", MetadataOf(new SamlIdp())));
        Assert.NotNull((await admin.OpenAsync(All + "/traced/traces")).QuerySelector(".empty"));
        using var refused = await admin.Browser.PostAsync("/t/acme/saml/traced/acs", "https://idp.example", ("SAMLResponse", "bm9uZQ=="));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);

        var list = await admin.OpenAsync(All + "/traced/traces");
        var link = list.QuerySelector("tbody a")?.GetAttribute("href") ?? "";
        var trace = await admin.OpenAsync(link);
        Assert.Contains("What to do", trace.Body?.TextContent, StringComparison.Ordinal);
        var reference = link[(link.LastIndexOf('/') + 1)..];
        Assert.Single((await admin.OpenAsync($"{All}/traced/traces?q={reference.ToLowerInvariant()}")).QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync($"{All}/okta/traces/{reference}"));
    }

    [Fact]
    public async Task A_connection_is_removed_only_when_its_name_is_typed()
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);
        await admin.SendAsync(All + "/new/ldap", ("name", "Old"));
        Assert.Contains("0 people", (await admin.OpenAsync(All + "/old/remove")).Body?.TextContent, StringComparison.Ordinal);
        Assert.Contains("'old'", await admin.IsRefusedAsync(All + "/old/remove", ("confirm", "older")), StringComparison.Ordinal);
        await admin.SendAsync(All + "/old/remove", ("confirm", "old"));

        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(All + "/old"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/values")]
    [InlineData("/idp")]
    [InlineData("/attributes")]
    [InlineData("/options")]
    [InlineData("/test")]
    [InlineData("/enable")]
    [InlineData("/difference")]
    [InlineData("/traces")]
    [InlineData("/disable")]
    [InlineData("/remove")]
    public async Task Every_page_has_one_heading_labels_and_nothing_inline(string path)
    {
        var admin = await site.SignInAsync(site.Acme, BuiltInRoles.Admin);

        AssertSound(await admin.OpenAsync(All + "/okta" + path));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(All + "/not-there" + path));
        Assert.Equal(HttpStatusCode.NotFound, await admin.StatusOfAsync(All + "/OKTA" + path));
    }

    [Fact]
    public async Task Whoever_has_not_the_permission_gets_none_of_it()
    {
        var user = await site.SignInAsync(site.Acme);
        var theirs = await site.SignInAsync(site.Other, BuiltInRoles.Admin);

        Assert.Equal(HttpStatusCode.Forbidden, await user.StatusOfAsync(All));
        Assert.Equal(HttpStatusCode.Forbidden, await user.StatusOfAsync(All + "/okta/idp"));
        Assert.Equal(HttpStatusCode.Redirect, await theirs.StatusOfAsync(All));
        Assert.Equal(HttpStatusCode.NotFound, await theirs.StatusOfAsync("/t/other/console/connections/okta"));
    }

    internal static void AssertSound(IDocument page)
    {
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Empty(script.TextContent));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]):not([hidden]), select, textarea"), control =>
            Assert.True(page.QuerySelector($"label[for='{control.Id}']") is not null, control.OuterHtml));
        Assert.All(page.QuerySelectorAll("table tbody tr"), row =>
            Assert.Equal(row.Closest("table")?.QuerySelectorAll("th").Length, row.QuerySelectorAll("td[data-label]").Length));
    }

    internal static string MetadataOf(SamlIdp idp) => MetadataWriter.Write(
        new IdentityProviderMetadata
        {
            EntityId = idp.EntityId,
            SigningKeys = [SamlTestKeys.Public(idp.Certificate)],
            SingleSignOn = [new MetadataEndpoint(SamlBinding.Redirect, idp.SignOn)],
        },
        null);

    private async Task HoldAsync(string slug, SamlIdp idp)
    {
        var ct = TestContext.Current.CancellationToken;
        var connection = await site.Node.AskAsync((IConnectionStore store) => store.FindAsync(site.Acme.Id, slug, ct))
            ?? throw new InvalidOperationException("There is no such connection.");
        var settings = (SamlConnectionSettings)connection.Settings;
        await site.Node.CommitAsync(services => services.GetRequiredService<IConnectionStore>().Update(
            connection with { Settings = settings with { HeldProvider = idp.Settings().Provider } }));
    }
}
