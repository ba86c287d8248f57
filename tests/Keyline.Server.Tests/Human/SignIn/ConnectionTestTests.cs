using System.Net;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Identity.SignIn.Invitations;
using Keyline.Journal;
using Keyline.Portal.Design;
using Keyline.Server.Tests.Human.Saml;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.SignIn;

public sealed class ConnectionTestTests : IAsyncLifetime
{
    private SamlServer? _server;

    private SamlServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync() => _server = await SamlServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task A_test_shows_everything_to_its_browser_alone_and_makes_nobody()
    {
        using var browser = Server.Node.Browser();
        var asked = await BeginTestAsync(browser);

        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked, "tester"), asked.RelayState);

        var path = answer.Headers.Location?.OriginalString ?? "";
        Assert.StartsWith("/t/acme/test-result/", path, StringComparison.Ordinal);
        var result = await browser.GetJsonAsync(path);
        Assert.True(result.GetProperty("succeeded").GetBoolean());
        Assert.Equal("tester", result.GetProperty("subject").GetString());
        Assert.Contains("user", result.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
        Assert.NotEmpty(result.GetProperty("checks").EnumerateArray());
        Assert.NotEmpty(result.GetProperty("rawResponse").GetString() ?? "");
        using var other = Server.Node.Browser();
        Assert.Equal(HttpStatusCode.NotFound, await other.StatusOfAsync(path));
        Assert.Equal(HttpStatusCode.Unauthorized, await Refusal.StatusOfMeAsync(browser, Server.Acme));
        Assert.Equal(0, await Server.Node.AskAsync<IPersonStore, int>(
            people => people.CountAsync(Server.Acme.Id, PersonKind.Member, TestContext.Current.CancellationToken)));
        Assert.NotNull((await Server.Node.AskAsync<IConnectionStore, Connection?>(
            connections => connections.FindAsync(Server.Acme.Id, "corp", TestContext.Current.CancellationToken)))?.TestedAt);
    }

    [Fact]
    public async Task A_failed_test_says_what_was_expected_and_what_came()
    {
        using var browser = Server.Node.Browser();
        var asked = await BeginTestAsync(browser);

        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked) with { Audience = "https://other.example" }, asked.RelayState);

        var result = await browser.GetJsonAsync(answer.Headers.Location?.OriginalString ?? "");
        Assert.False(result.GetProperty("succeeded").GetBoolean());
        Assert.Equal("saml.WrongAudience", result.GetProperty("faultCode").GetString());
        Assert.Contains("https://other.example", result.GetProperty("faultDetail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_that_came_are_offered_afterwards()
    {
        using var browser = Server.Node.Browser();
        var asked = await SamlServer.BeginAsync(browser);
        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked), asked.RelayState);

        var seen = await Server.Node.AskAsync<SeenAttributes, IReadOnlyList<SeenAttribute>>(
            attributes => attributes.ListAsync(Server.Acme.Id, Server.Corp.Id, TestContext.Current.CancellationToken));

        Assert.Equal(
            [("displayName", "User One"), ("email", "user1@acme.example"), ("groups", "all (and 1 more)")],
            seen.Select(attribute => (attribute.Name, attribute.Sample)));
    }

    [Fact]
    public async Task An_invitation_ties_an_existing_account_to_its_identity_once()
    {
        var anna = new Person
        {
            Id = PersonId.New(),
            TenantId = Server.Acme.Id,
            Kind = PersonKind.Member,
            UserName = "user1",
            DisplayName = "Anna",
            Email = "user1@acme.example",
            CreatedAt = DateTimeOffset.UtcNow,
        };
        await Server.Node.CommitAsync(services => services.GetRequiredService<IPersonStore>().Add(anna));
        var link = await Server.Node.AskAsync<InvitePerson, Result<Uri, SignInFault>>(invite => invite.InviteAsync(
            Server.Acme, anna.Id, Server.Corp.Id, Invitation.DefaultLifetime, AuditParty.CommandLine("test"), ClientDescription.None, CancellationToken.None));
        Assert.True(link.Ok);
        using var browser = Server.Node.Browser();

        var asked = await SamlServer.BeginAsync(browser, link.Value.AbsoluteUri);
        Assert.True(asked.ForceAuthn);
        using var answer = await SamlServer.AnswerAsync(browser, Server.Idp.Answer(asked), asked.RelayState);

        Assert.Equal(anna.Id.ToString(), (await browser.GetJsonAsync("/t/acme/api/me")).GetProperty("sub").GetString());
        using var again = Server.Node.Browser();
        using var refused = await again.GetAsync(link.Value.AbsoluteUri);
        await Refusal.AssertAsync(Server.Node, Server.Acme, again, refused, SignInFaultCode.InvitationInvalid);
    }

    // Begun by the use case: who may begin a test by HTTP is the gate's business.
    private async Task<SamlAsked> BeginTestAsync(TestBrowser browser)
    {
        var beginning = await Server.Node.AskAsync<StartSignIn, SignInBeginning>(start => start.StartAsync(
            new NewSignIn
            {
                Tenant = Server.Acme,
                Connection = Server.Corp,
                Purpose = SignInPurpose.Test,
                ReturnPath = ReturnPath.Home(Server.Acme.Slug),
            },
            ClientDescription.None, TestContext.Current.CancellationToken));
        var start = Assert.IsType<SignInBeginning.AtProvider>(beginning).Start;
        browser.SetBrowserCookie(start.Browser);
        return SamlIdp.Read(new Uri(Assert.IsType<BrowserStep.Redirect>(start.Step).Address));
    }
}
