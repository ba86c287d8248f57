using System.Net;
using System.Text.RegularExpressions;
using Keyline.Identity;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.BreakGlass;
using Keyline.Identity.People;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Secrets;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Local;

/// <summary>Two nodes of one installation, with a tenant whose people sign in locally. No connection to any IdP exists.</summary>
public sealed partial class LocalWorld : IAsyncLifetime
{
    public const string Password = "four unlikely horses sing";

    private readonly ServerDatabase _database = new();
    private ServerNode? _first;
    private ServerNode? _second;

    internal ServerNode First => _first ?? throw new InvalidOperationException("The fixture has not been initialized.");

    internal ServerNode Second => _second ?? throw new InvalidOperationException("The fixture has not been initialized.");

    public string Origin => _database.Origin;

    public Tenant Tenant { get; } = new()
    {
        Id = TenantId.New(),
        Slug = TenantSlug.TryParse("acme", out var slug) ? slug : default,
        Name = "Acme",
        Plan = Plan.Basic,
        CreatedAt = DateTimeOffset.UtcNow,
    };

    public async ValueTask InitializeAsync()
    {
        _first = await ServerNode.StartAsync(_database, TestContext.Current.CancellationToken);
        _second = await ServerNode.StartAsync(_database, TestContext.Current.CancellationToken);
        await WithAsync(async services =>
        {
            services.GetRequiredService<ITenantStore>().Add(Tenant);
            await services.GetRequiredService<ISettingsStore>().SaveAsync(
                new TenantSettings { TenantId = Tenant.Id, LocalSignIn = LocalSignInMode.ChosenPeople, AlertAddresses = ["ops@acme.example"] },
                CancellationToken.None);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_first is not null)
        {
            await _first.DisposeAsync();
        }

        if (_second is not null)
        {
            await _second.DisposeAsync();
        }

        _database.Dispose();
    }

    /// <summary>Adds somebody with the password; with an app, where one is given.</summary>
    internal async Task<Person> AddAsync(string userName, TestApp? app = null, Func<Person, Person>? change = null, string password = Password)
    {
        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = Tenant.Id,
            Kind = PersonKind.Member,
            UserName = userName,
            DisplayName = userName,
            Email = $"{userName}@acme.example",
            LocalSignIn = true,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        person = change?.Invoke(person) ?? person;
        await WithAsync(async services =>
        {
            services.GetRequiredService<IPersonStore>().Add(person);
            if (person.Kind == PersonKind.BreakGlass)
            {
                await services.GetRequiredService<IBreakGlassStore>().SaveAsync(
                    new BreakGlassAccount { TenantId = Tenant.Id, PersonId = person.Id, CreatedAt = person.CreatedAt }, CancellationToken.None);
            }

            Assert.True(Keyline.Identity.Authenticators.Passwords.Password.TryParse(new SecretText(password), out var parsed));
            var hash = await services.GetRequiredService<PasswordHasher>().HashAsync(parsed, new PasswordLane("test", Preferred: true), CancellationToken.None);
            await services.GetRequiredService<IPasswordStore>().SaveAsync(
                new PasswordCredential
                {
                    TenantId = Tenant.Id,
                    PersonId = person.Id,
                    Hash = hash ?? throw new InvalidOperationException("the gate was closed"),
                    SufficesAlone = true,
                    SetAt = person.CreatedAt,
                },
                CancellationToken.None);
            if (app is not null)
            {
                await services.GetRequiredService<ITotpStore>().SaveAsync(
                    app.Stored(person, services.GetRequiredService<SecretSealer>()), CancellationToken.None);
            }
        });
        return person;
    }

    internal async Task<IReadOnlyList<string>> AddRecoveryCodesAsync(Person person)
    {
        IReadOnlyList<SecretText> codes = [];
        await WithAsync(async services => codes = await services.GetRequiredService<RecoveryCodeSet>().AddNewAsync(person, CancellationToken.None));
        return [.. codes.Select(code => code.Reveal())];
    }

    /// <summary>Does something on the first node and commits it.</summary>
    internal async Task WithAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = First.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(CancellationToken.None);
    }

    internal Task<HttpResponseMessage> PasswordAsync(TestBrowser browser, string userName, string password = Password, string back = "/t/acme/api/me") =>
        browser.PostAsync("/t/acme/local", Origin, ("username", userName), ("password", password), ("return", back));

    internal Task<HttpResponseMessage> CodeAsync(TestBrowser browser, string code) =>
        browser.PostAsync("/t/acme/local/second-factor", Origin, ("method", "totp"), ("code", code));

    /// <summary>Signs in with password and, with an app, its code.</summary>
    internal async Task SignInAsync(TestBrowser browser, string userName, TestApp? app = null, string password = Password)
    {
        using var first = await PasswordAsync(browser, userName, password);
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        if (app is not null)
        {
            using var second = await CodeAsync(browser, app.CodeAt(DateTimeOffset.UtcNow));
            Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("/t/acme/api/me"));
    }

    internal Task<IReadOnlyList<AuditEntry>> AuditAsync(Person person) => First.AskAsync<IAuditLog, IReadOnlyList<AuditEntry>>(
        log => log.SearchAsync(new AuditQuery { TenantId = Tenant.Id, PartyId = person.Id.ToString() }, TestContext.Current.CancellationToken));

    /// <summary>The options of the passkey form on a page.</summary>
    internal static async Task<string> OptionsAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(
        PasskeyOptions().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value);

    [GeneratedRegex("data-passkey-options=\"([^\"]*)\"")]
    private static partial Regex PasskeyOptions();
}
