using System.Net;
using System.Text.RegularExpressions;
using Keyline.Identity.Directory;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Ldap;
using Keyline.Identity.SignIn;
using Keyline.Portal.Design;
using Keyline.Secrets;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Ldap;

public sealed class LdapSignInTests : IAsyncLifetime
{
    private readonly ServerDatabase _database = new();
    private readonly StubDirectory _directory = new();
    private readonly Tenant _acme = SignInWorld.NewTenant("acme");
    private ServerNode? _node;

    private ServerNode Node => _node ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        _node = await ServerNode.StartAsync(
            _database, services => services.AddSingleton<IDirectory>(_directory), [], TestContext.Current.CancellationToken);
        await Node.CommitAsync(services =>
        {
            services.GetRequiredService<ITenantStore>().Add(_acme);
            var connection = SignInWorld.NewConnection(_acme, "corp", new LdapConnectionSettings { Host = "ldap.example", ServiceDn = "cn=reader", PeopleBase = "dc=acme" });
            services.GetRequiredService<IConnectionStore>().Add(connection with
            {
                Attributes = new AttributeMap { Email = "mail", UserName = "uid", DisplayName = "displayName" },
                Settings = (LdapConnectionSettings)connection.Settings with
                {
                    SealedServicePassword = services.GetRequiredService<SecretSealer>()
                        .Seal(new SecretText("reader's"), LdapConnectionSettings.SecretPurpose(connection.Id)),
                },
            });
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task A_person_signs_in_with_the_directorys_password_after_mistyping_it()
    {
        using var browser = Node.Browser();
        var form = await BeginAsync(browser);

        using var wrong = await TypeAsync(browser, form, "anna", "wrong");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var right = await TypeAsync(browser, form, "anna", StubDirectory.Password);

        Assert.Equal("/t/acme/", right.Headers.Location?.OriginalString);
        var me = await browser.GetJsonAsync("/t/acme/api/me");
        Assert.Equal("anna@acme.example", me.GetProperty("email").GetString());
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_look_the_same()
    {
        using var browser = Node.Browser();
        var form = await BeginAsync(browser);

        using var password = await TypeAsync(browser, form, "anna", "wrong");
        using var name = await TypeAsync(browser, form, "nobody", "wrong");

        Assert.Equal(password.StatusCode, name.StatusCode);
        Assert.Equal(await WithoutReferenceAsync(password, "anna"), await WithoutReferenceAsync(name, "nobody"));
    }

    [Fact]
    public async Task Guessing_is_slowed_down_before_the_directory_is_asked()
    {
        using var browser = Node.Browser();
        var form = await BeginAsync(browser);
        for (var i = 0; i < 10; i++)
        {
            using var guess = await TypeAsync(browser, form, "anna", $"guess {i}");
        }

        var asked = _directory.Asked;
        using var next = await TypeAsync(browser, form, "anna", "one more");

        Assert.Equal(HttpStatusCode.TooManyRequests, next.StatusCode);
        Assert.Equal(asked, _directory.Asked);
    }

    [Fact]
    public async Task Another_browser_can_not_use_the_form_and_a_spent_one_is_spent()
    {
        using var browser = Node.Browser();
        using var other = Node.Browser();
        var form = await BeginAsync(browser);

        using var foreign = await TypeAsync(other, form, "anna", StubDirectory.Password);
        await Refusal.AssertAsync(Node, _acme, other, foreign, SignInFaultCode.WrongBrowser);
        using var first = await TypeAsync(browser, form, "anna", StubDirectory.Password);
        browser.ForgetSession(_acme);
        using var second = await TypeAsync(browser, form, "anna", StubDirectory.Password);
        await Refusal.AssertAsync(Node, _acme, browser, second, SignInFaultCode.TransactionSpent);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var browser = Node.Browser();
        var form = await BeginAsync(browser);

        using var answer = await browser.PostAsync(form, "https://evil.example", ("username", "anna"), ("password", StubDirectory.Password));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, _directory.Asked);
    }

    private static async Task<string> BeginAsync(TestBrowser browser)
    {
        using var answer = await browser.GetAsync("/t/acme/login?connection=corp");
        return answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException("No form.");
    }

    private static Task<HttpResponseMessage> TypeAsync(TestBrowser browser, string form, string userName, string password) =>
        browser.PostAsync(form, "https://sso.keyline.test", ("username", userName), ("password", password));

    private static async Task<string> WithoutReferenceAsync(HttpResponseMessage answer, string userName) =>
        Regex.Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "[2-9A-Z]{5}-[2-9A-Z]{5}", "")
            .Replace(userName, "", StringComparison.Ordinal);
}
