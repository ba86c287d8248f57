using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.SamlProvider;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Saml.Metadata;
using Keyline.Tenancy;
using Keyline.Testing.Saml;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.SamlApps;

/// <summary>A server with a tenant that is an identity provider, two apps, and people who may be signed in.</summary>
public sealed class ProviderWorld : IAsyncLifetime
{
    private readonly ServerDatabase _database = new();
    private ServerNode? _node;

    internal ServerNode Node => _node ?? throw new InvalidOperationException("The world has not been initialized.");

    internal Tenant Tenant { get; private set; } = NewTenant("acme-idp");

    internal Tenant Other { get; } = NewTenant("other");

    internal ProviderAddresses Addresses => new(_database.Origin, Tenant.Slug);

    internal TestApp Portal => new("portal.example", Addresses, SamlTestKeys.ServiceProvider);

    internal TestApp Recordings => new("recordings.example", Addresses, SamlTestKeys.ServiceProvider);

    /// <summary>Registered at the other tenant only.</summary>
    internal TestApp Elsewhere => new("elsewhere.example", Addresses, SamlTestKeys.ServiceProvider);

    internal Person Ada { get; } = NewPerson("ada");

    public async ValueTask InitializeAsync()
    {
        _node = await ServerNode.StartAsync(_database, TestContext.Current.CancellationToken);
        Tenant = NewTenant("acme-idp");
        await AddTenantAsync(Tenant);
        await AddTenantAsync(Other);
        await AddPersonAsync(Ada with { TenantId = Tenant.Id });
        await RegisterAsync(Tenant, Portal);
        await RegisterAsync(Tenant, Recordings);
        await RegisterAsync(Other, Elsewhere);
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        _database.Dispose();
    }

    internal static Tenant NewTenant(string slug, Plan plan = Plan.Connect) => new()
    {
        Id = TenantId.New(),
        Slug = TenantSlug.TryParse(slug, out var parsed) ? parsed : throw new ArgumentException(slug, nameof(slug)),
        Name = slug,
        Plan = plan,
        CreatedAt = DateTimeOffset.UtcNow,
    };

    internal static Person NewPerson(string name, PersonKind kind = PersonKind.Member) => new()
    {
        Id = PersonId.New(),
        TenantId = default,
        Kind = kind,
        UserName = name,
        DisplayName = $"{name} Example",
        Email = $"{name}@acme.example",
        Phone = "+4930555100",
        CreatedAt = DateTimeOffset.UtcNow,
    };

    internal Task AddTenantAsync(Tenant tenant) => Node.CommitAsync(services => services.GetRequiredService<ITenantStore>().Add(tenant));

    internal Task AddPersonAsync(Person person) => Node.CommitAsync(services => services.GetRequiredService<IPersonStore>().Add(person));

    internal async Task<SamlApp> RegisterAsync(Tenant tenant, TestApp app, Func<SamlAppDraft, SamlAppDraft>? change = null)
    {
        var draft = new SamlAppDraft { Metadata = MetadataWriter.Write(app.Metadata(), null) };
        var registered = await Node.AskAsync((RegisterSamlApp register) => register.RegisterAsync(
            Actor.CommandLine(tenant, "tests"), change?.Invoke(draft) ?? draft, CancellationToken.None));
        return registered.Ok ? registered.Value : throw new InvalidOperationException(registered.Fault.Detail);
    }

    /// <summary>Puts a person into groups of the tenant's first connection of that name.</summary>
    internal Task JoinAsync(Person person, params string[] groups) => Node.CommitAsync(services =>
    {
        var store = services.GetRequiredService<IGroupStore>();
        foreach (var name in groups)
        {
            var group = new Group
            {
                Id = GroupId.New(),
                TenantId = Tenant.Id,
                ConnectionId = ConnectionId.New(),
                Key = name,
                Name = name,
                CreatedAt = DateTimeOffset.UtcNow,
            };
            store.Add(group);
            store.AddMember(Tenant.Id, group.Id, person.Id, DateTimeOffset.UtcNow);
        }
    });

    internal Task SetLocalSignInAsync(LocalSignInMode mode) => Node.AskAsync(async (IServiceProvider services) =>
    {
        var settings = services.GetRequiredService<ISettingsStore>();
        await settings.SaveAsync(await settings.GetAsync(Tenant.Id, CancellationToken.None) with { LocalSignIn = mode }, CancellationToken.None);
        await services.GetRequiredService<Keyline.Identity.IIdentityJournal>().CommitAsync(CancellationToken.None);
        return true;
    });

    /// <summary>A browser in which nobody is signed in.</summary>
    internal TestBrowser Browser() => Node.Browser();

    /// <summary>A browser in which somebody is signed in.</summary>
    internal async Task<TestBrowser> SignedInAsync(Person? person = null, Assurance assurance = Assurance.Aal1, TimeSpan ago = default)
    {
        var browser = Browser();
        await SignInAsync(browser, person, assurance, ago);
        return browser;
    }

    /// <summary>Begins a session in a browser, as a local sign-in would.</summary>
    internal async Task<Session> SignInAsync(
        TestBrowser browser, Person? person = null, Assurance assurance = Assurance.Aal1, TimeSpan ago = default)
    {
        NewSession? made = null;
        await Node.CommitAsync(services => made = services.GetRequiredService<StartSession>().Add(new SessionRequest
        {
            Person = (person ?? Ada) with { TenantId = Tenant.Id },
            Method = SignInMethod.Local,
            Assurance = assurance,
            AuthenticatedAt = DateTimeOffset.UtcNow - ago,
            Limits = SessionLimits.Standard,
            Client = new ClientDescription("127.0.0.1", "tests"),
        }));
        var session = made ?? throw new InvalidOperationException("No session was made.");
        browser.Cookies.Add(new System.Net.Cookie("__Host-keyline-" + Tenant.Slug, session.Secret.Reveal(), "/", new Uri(_database.Origin).Host) { Secure = true });
        return session.Session;
    }

    internal async Task<bool> IsLiveAsync(Session session) =>
        (await Node.AskAsync((ISessionStore store) => store.FindAsync(Tenant.Id, session.Id, CancellationToken.None)))?.EndedAt is null;

    internal async Task<IdentityProviderMetadata> MetadataAsync()
    {
        using var browser = Browser();
        using var answer = await browser.GetAsync(Addresses.Metadata);
        return MetadataReader.ReadIdentityProvider(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), new MetadataOptions(), DateTimeOffset.UtcNow).Get();
    }

    /// <summary>The newest entry of the audit log with an action.</summary>
    internal async Task<AuditEntry> AuditAsync(string action) =>
        (await Node.AskAsync((IAuditLog log) => log.SearchAsync(new AuditQuery { TenantId = Tenant.Id, Text = action, Limit = 1 }, CancellationToken.None)))[0];

    /// <summary>Follows redirects that stay here.</summary>
    internal static async Task<HttpResponseMessage> FollowAsync(TestBrowser browser, HttpResponseMessage answer)
    {
        while (answer.Headers.Location is { } location && location.OriginalString.Contains("/saml/idp/continue", StringComparison.Ordinal)
            && !location.OriginalString.Contains("return=", StringComparison.Ordinal))
        {
            answer.Dispose();
            answer = await browser.GetAsync(location.OriginalString);
        }

        return answer;
    }
}
