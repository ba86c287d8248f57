using System.Net;
using Keyline.Portal.Design;
using Keyline.Saml.Bindings;
using Keyline.Saml.Messages;
using Keyline.Saml.Signatures;
using Keyline.Testing.Saml;
using PostForm = Keyline.Saml.Bindings.PostForm;

namespace Keyline.Server.Tests.Human.Saml;

public sealed class SamlLogoutTests : IAsyncLifetime
{
    private const string Logout = "/t/acme/saml/corp/slo";

    private SamlServer? _server;

    private SamlServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _server = await SamlServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task Signing_out_here_asks_the_idp_with_a_signed_request()
    {
        using var browser = Server.Node.Browser();
        await SignInAsync(browser);

        using var answer = await browser.GetAsync("/t/acme/logout");

        var address = answer.Headers.Location?.OriginalString ?? "";
        Assert.StartsWith("https://idp.example/slo?SAMLRequest=", address, StringComparison.Ordinal);
        Assert.Contains("&Signature=", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal.StatusOfMeAsync(browser, Server.Acme));
    }

    [Fact]
    public async Task The_idps_request_by_post_ends_the_session_that_it_names_once()
    {
        using var browser = Server.Node.Browser();
        using var carrier = Server.Node.Browser();
        var index = await SignInAsync(browser);
        var form = SamlMessageWriter.ToPost(Request(index), IdpKey(), null);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(carrier, form));
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal.StatusOfMeAsync(browser, Server.Acme));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(carrier, form));
    }

    [Fact]
    public async Task The_idps_request_by_redirect_is_answered()
    {
        using var browser = Server.Node.Browser();
        using var carrier = Server.Node.Browser();
        var index = await SignInAsync(browser);

        using var answer = await carrier.GetAsync(SamlMessageWriter.ToRedirect(Request(index), IdpKey(), "their-state"));

        Assert.Contains("SAMLResponse=", answer.Headers.Location?.Query, StringComparison.Ordinal);
        Assert.Contains("RelayState=their-state", answer.Headers.Location?.Query, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal.StatusOfMeAsync(browser, Server.Acme));
    }

    [Fact]
    public async Task A_request_of_a_stranger_or_for_somebody_else_ends_nothing()
    {
        using var browser = Server.Node.Browser();
        using var carrier = Server.Node.Browser();
        var index = await SignInAsync(browser);

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(carrier, SamlMessageWriter.ToPost(Request(index), CertifiedKey.From(SamlTestKeys.Stranger), null)));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(carrier, SamlMessageWriter.ToPost(Request(index), null, null)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(carrier, SamlMessageWriter.ToPost(Request(index, "somebody-else"), IdpKey(), null)));
        Assert.Equal(HttpStatusCode.OK, await Refusal.StatusOfMeAsync(browser, Server.Acme));
    }

    [Fact]
    public async Task A_link_on_another_site_signs_nobody_out()
    {
        using var browser = Server.Node.Browser();
        await SignInAsync(browser);
        browser.FetchSite = "cross-site";

        using var answer = await browser.GetAsync("/t/acme/logout");

        browser.FetchSite = null;
        Assert.Equal(HttpStatusCode.OK, await Refusal.StatusOfMeAsync(browser, Server.Acme));
    }

    private static CertifiedKey IdpKey() => CertifiedKey.From(SamlTestKeys.IdentityProvider);

    private static LogoutRequest Request(string index, string subject = "user-1") => new()
    {
        Id = ProtocolMessage.NewId(),
        IssueInstant = DateTimeOffset.UtcNow,
        Issuer = "https://idp.example/metadata",
        Destination = "https://sso.keyline.test" + Logout,
        NameId = new NameId { Value = subject, Format = NameIdFormats.Persistent },
        SessionIndexes = [index],
    };

    private static async Task<HttpStatusCode> PostAsync(TestBrowser carrier, PostForm form)
    {
        using var answer = await carrier.PostAsync(Logout, "https://idp.example", [.. form.Fields.Select(field => (field.Key, field.Value))]);
        return answer.StatusCode;
    }

    private async Task<string> SignInAsync(TestBrowser browser)
    {
        var asked = await SamlServer.BeginAsync(browser);
        var response = Server.Idp.Answer(asked);
        using var answer = await SamlServer.AnswerAsync(browser, response, asked.RelayState);
        Assert.Equal(HttpStatusCode.OK, await Refusal.StatusOfMeAsync(browser, Server.Acme));
        return response.SessionIndex ?? "";
    }
}
