using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Server.Human.Access;
using Keyline.Server.Tests.Human;
using Keyline.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Portal;

/// <summary>A whole server with two tenants, and people who are signed in to it.</summary>
public sealed class PortalSite : IAsyncLifetime
{
    private readonly ServerDatabase _database = new();
    private ServerNode? _node;

    public string Origin => _database.Origin;

    internal ServerNode Node => _node ?? throw new InvalidOperationException("The server has not been started.");

    public Tenant Acme { get; } = NewTenant("acme", "Acme Ltd");

    public Tenant Other { get; } = NewTenant("other", "Other Ltd");

    public Connection Connection { get; private set; } = null!; // set before the first test begins

    public Group Staff { get; private set; } = null!; // set before the first test begins

    public async ValueTask InitializeAsync()
    {
        _node = await ServerNode.StartAsync(_database, CancellationToken.None);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        Connection = new Connection
        {
            Id = ConnectionId.New(),
            TenantId = Acme.Id,
            Slug = "okta",
            Name = "Acme Okta",
            Enabled = true,
            CreatedAt = now,
            ChangedAt = now,
            Settings = new OidcConnectionSettings(),
        };
        Staff = new Group { Id = GroupId.New(), TenantId = Acme.Id, ConnectionId = Connection.Id, Key = "staff", Name = "Staff", CreatedAt = now };
        await Node.CommitAsync(services =>
        {
            services.GetRequiredService<ITenantStore>().Add(Acme);
            services.GetRequiredService<ITenantStore>().Add(Other);
        });
        await Node.CommitAsync(services => services.GetRequiredService<IConnectionStore>().Add(Connection));
        await Node.CommitAsync(services => services.GetRequiredService<IGroupStore>().Add(Staff));
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _database.Dispose();
    }

    /// <summary>Adds a person, with roles given by hand.</summary>
    public async Task<Person> AddPersonAsync(Tenant tenant, params string[] roles)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = PersonId.New();
        var person = new Person
        {
            Id = id,
            TenantId = tenant.Id,
            Kind = PersonKind.Member,
            UserName = $"u{id.Value:N}",
            DisplayName = $"Person {id.Value:N}"[..20],
            Email = $"{id.Value:N}@acme.example",
            CreatedAt = now,
        };
        await Node.CommitAsync(services =>
        {
            services.GetRequiredService<IPersonStore>().Add(person);
            foreach (var role in roles)
            {
                services.GetRequiredService<IRoleStore>().Add(new DirectGrant
                {
                    Id = DirectGrantId.New(),
                    TenantId = tenant.Id,
                    PersonId = id,
                    Role = role,
                    Reason = "for the tests",
                    GrantedBy = "test",
                    GrantedAt = now,
                    ExpiresAt = now.AddDays(1),
                });
            }
        });
        return person;
    }

    /// <summary>A browser in which a person with these roles is signed in.</summary>
    internal async Task<SignedInBrowser> SignInAsync(Tenant tenant, params string[] roles)
    {
        var person = await AddPersonAsync(tenant, roles);
        return await SignInAsync(tenant, person);
    }

    internal async Task<SignedInBrowser> SignInAsync(Tenant tenant, Person person)
    {
        NewSession? begun = null;
        await Node.CommitAsync(services => begun = services.GetRequiredService<StartSession>().Add(new SessionRequest
        {
            Person = person,
            Method = SignInMethod.Oidc,
            Assurance = Assurance.Aal2,
            AuthenticatedAt = TimeProvider.System.GetUtcNow(),
            Limits = SessionLimits.Standard,
            Client = new ClientDescription("192.0.2.7", "Firefox on Linux"),
        }));
        var browser = Node.Browser();
        var name = Node.Services.GetRequiredService<SessionCookie>().NameAt(tenant.Slug);
        browser.Cookies.Add(new Uri(Origin), new System.Net.Cookie(name, begun!.Secret.Reveal(), "/")); // the commit above has set it
        return new SignedInBrowser(browser, person, begun.Session, Origin);
    }

    internal static async Task<IDocument> ReadAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(
        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    private static Tenant NewTenant(string slug, string name) => new()
    {
        Id = TenantId.New(),
        Slug = TenantSlug.TryParse(slug, out var parsed) ? parsed : throw new ArgumentException(slug, nameof(slug)),
        Name = name,
        Plan = Plan.Connect,
        CreatedAt = TimeProvider.System.GetUtcNow(),
    };
}
