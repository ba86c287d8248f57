using Keyline.EndToEnd.Tests.Browsing;
using Keyline.Identity;
using Keyline.Identity.Authenticators.Account;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Journal;
using Keyline.Portal.Frame;
using Keyline.Secrets;
using Keyline.Server.Hosting;
using Keyline.Storage;
using Keyline.Tenancy;
using Keyline.Testing.Peers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Keyline.EndToEnd.Tests.Account;

/// <summary>A person adds a passkey in "my account" and signs in with it, in a real browser with a passkey device.</summary>
public sealed class PasskeyTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private const string Password = "four lanterns above the harbour";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keyline-passkey-");
    private readonly string _origin = $"http://localhost:{Loopback.FreePort()}";
    private WebApplication? _server;
    private string _link = "";

    public async ValueTask InitializeAsync()
    {
        _server = KeylineHost.Build(null, new Dictionary<string, string?>
        {
            ["SqliteFile"] = Path.Combine(_folder.FullName, "keyline.db"),
            ["MasterKey"] = MasterKey.New().Export().Reveal(),
            ["PublicOrigin"] = _origin,
            ["Listen"] = _origin,
        });
        await _server.Services.GetRequiredService<ISchema>().UpgradeAsync(CancellationToken.None);
        await _server.StartAsync();
        _link = await PrepareAsync(_server.Services);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_passkey_is_added_in_my_account_and_then_asked_for()
    {
        await using var visitor = await browser.VisitorAsync();
        var page = await visitor.NewPageAsync();
        var device = await VirtualAuthenticator.AddAsync(page);
        await page.GotoAsync(_origin + _link);
        await page.FillAsync("#f-password", Password);
        await page.FillAsync("#f-again", Password);
        await page.ClickAsync("main button[type=submit]");
        await SignInAsync(page);

        await page.GotoAsync(_origin + "/t/acme/account/security");
        await page.FillAsync("#f-name", "Laptop");
        await page.ClickAsync("form[data-passkey] button[type=submit]");
        await page.WaitForSelectorAsync("[data-recovery-codes]");
        Assert.Equal(10, await page.Locator("[data-recovery-codes] li").CountAsync());
        Assert.Equal(1, await device.CountAsync());
        await page.ClickAsync("main a.button");
        await page.ClickAsync("#passkeys a[href$='/rename']");
        await page.FillAsync("#f-name", "Laptop at work");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("Laptop at work", await page.InnerTextAsync("#passkeys"), StringComparison.Ordinal);

        await page.ClickAsync(".band button[type=submit]");
        await SignInAsync(page);
        await page.WaitForURLAsync("**/second-factor");
        await page.ClickAsync("form[data-passkey] button[type=submit]");
        await page.WaitForURLAsync("**/t/acme/");

        var me = await page.EvaluateAsync<string>("async () => (await (await fetch('/t/acme/api/me')).json()).session.assurance");
        Assert.Matches("^aal[23]$", me);
    }

    private static async Task<string> PrepareAsync(IServiceProvider services)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = services.CreateAsyncScope();
        var now = TimeProvider.System.GetUtcNow();
        var tenant = new Tenant
        {
            Id = TenantId.New(),
            Slug = TenantSlug.TryParse("acme", out var slug) ? slug : default,
            Name = "Acme Ltd",
            Plan = Plan.Connect,
            CreatedAt = now,
        };
        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = tenant.Id,
            Kind = PersonKind.Member,
            UserName = "grace",
            DisplayName = "Grace Hopper",
            LocalSignIn = true,
            CreatedAt = now,
        };
        var journal = scope.ServiceProvider.GetRequiredService<IIdentityJournal>();
        scope.ServiceProvider.GetRequiredService<ITenantStore>().Add(tenant);
        await journal.CommitAsync(ct);
        scope.ServiceProvider.GetRequiredService<IPersonStore>().Add(person);
        await journal.CommitAsync(ct);
        var issued = await scope.ServiceProvider.GetRequiredService<IssueLink>().RunAsync(
            tenant.Id, person.Id, CredentialLinkPurpose.Password, new CredentialActor(AuditParty.System, ClientDescription.None, Keep: null), ct);
        return issued.Ok ? new TenantPaths("acme").CredentialLink(issued.Value.Secret) : throw new InvalidOperationException(issued.Fault.Detail);
    }

    private async Task SignInAsync(IPage page)
    {
        await page.GotoAsync(_origin + "/t/acme/local");
        await page.FillAsync("input[name=username]", "grace");
        await page.FillAsync("input[name=password]", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(address => !address.EndsWith("/local", StringComparison.Ordinal));
    }
}
