using System.Net;
using System.Text;
using System.Text.Json;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human.Admin;

/// <summary>A whole server with the operator's tenant and two customers, an administrator signed in at each.</summary>
public sealed class AdminServer : IAsyncLifetime
{
    private readonly ServerDatabase _database = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private ServerNode? _node;

    public TenantFixture Acme { get; private set; } = null!; // InitializeAsync sets it before any test runs.

    public TenantFixture Other { get; private set; } = null!; // As above.

    public TenantFixture Operator { get; private set; } = null!; // As above.

    internal ServerNode Node => _node ?? throw new InvalidOperationException("The server has not been started.");

    internal FakeDnsTexts Dns { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _node = await ServerNode.StartAsync(
            _database, services => services.AddSingleton<IDnsTexts>(Dns),
            [("ExpensivePerMinute", "10000"), ("ApiPerMinute", "100000"), ("AnonymousPerMinute", "100000")], CancellationToken.None);
        Acme = await AddTenantAsync("acme");
        Other = await AddTenantAsync("other");
        Operator = await AddTenantAsync(Tenant.OperatorSlug);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }

        _database.Dispose();
    }

    /// <summary>Sends a request with a session of a tenant, as a program would.</summary>
    internal async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Answer)> SendAsync(
        string method, string path, TenantFixture? who = null, string? body = null, string? cookie = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Node.Address, path));
        if (cookie is not null || who is not null)
        {
            request.Headers.Add("Cookie", cookie ?? who!.Cookie); // One of both is there.
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        }

        var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer);
    }

    internal async Task<JsonElement> GetAsync(string path, TenantFixture who)
    {
        var (status, body, _) = await SendAsync("GET", path, who);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    internal async Task<Person> AddPersonAsync(TenantFixture fixture, string name)
    {
        var person = NewPerson(fixture.Tenant, name);
        await Node.CommitAsync(services => services.GetRequiredService<IPersonStore>().Add(person));
        return person;
    }

    /// <summary>Signs a person in; the answer is the cookie.</summary>
    internal async Task<(Session Session, string Cookie)> SignInAsync(Tenant tenant, Person person)
    {
        NewSession? made = null;
        await Node.CommitAsync(services => made = services.GetRequiredService<StartSession>().Add(new SessionRequest
        {
            Person = person,
            Method = SignInMethod.Saml,
            Assurance = Assurance.Aal2,
            AuthenticatedAt = DateTimeOffset.UtcNow,
            Limits = SessionLimits.Standard,
            Client = new ClientDescription("127.0.0.1", "test"),
        }));
        return (made!.Session, $"__Host-keyline-{tenant.Slug}={made.Secret.Reveal()}"); // The commit above ran the callback.
    }

    private static Person NewPerson(Tenant tenant, string name) => new()
    {
        Id = PersonId.New(),
        TenantId = tenant.Id,
        Kind = PersonKind.Member,
        UserName = name,
        DisplayName = $"{name} of {tenant.Slug}",
        Email = $"{name}@{tenant.Slug}.example",
        CreatedAt = DateTimeOffset.UtcNow,
    };

    private async Task<TenantFixture> AddTenantAsync(string slug)
    {
        var tenant = SignInWorld.NewTenant(slug);
        var person = NewPerson(tenant, "admin");
        var connection = SignInWorld.NewConnection(tenant, "corp-" + slug, new SamlConnectionSettings());
        var group = new Group
        {
            Id = GroupId.New(),
            TenantId = tenant.Id,
            ConnectionId = connection.Id,
            Key = "admins-" + slug,
            Name = "admins-" + slug,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        var mapping = new Mapping
        {
            Id = MappingId.New(),
            TenantId = tenant.Id,
            GroupId = group.Id,
            Role = tenant.IsOperator ? BuiltInRoles.Operator : BuiltInRoles.Admin,
            CreatedAt = DateTimeOffset.UtcNow,
        };
        var domain = new Domain
        {
            Id = DomainId.New(),
            TenantId = tenant.Id,
            Name = slug + ".example",
            Challenge = "keyline-verification=" + slug,
            ClaimedAt = DateTimeOffset.UtcNow,
        };
        await Node.CommitAsync(services =>
        {
            services.GetRequiredService<ITenantStore>().Add(tenant);
            services.GetRequiredService<IPersonStore>().Add(person);
            services.GetRequiredService<IConnectionStore>().Add(connection);
            services.GetRequiredService<IGroupStore>().Add(group);
            services.GetRequiredService<IGroupStore>().AddMember(tenant.Id, group.Id, person.Id, DateTimeOffset.UtcNow);
            services.GetRequiredService<IRoleStore>().Add(mapping);
            services.GetRequiredService<IDomainStore>().Add(domain);
        });
        var (session, cookie) = await SignInAsync(tenant, person);
        return new TenantFixture(tenant, person, connection, group, mapping, domain, session, cookie);
    }
}

/// <summary>A tenant with one of everything.</summary>
public sealed record TenantFixture(
    Tenant Tenant, Person Admin, Connection Connection, Group Group, Mapping Mapping, Domain Domain, Session Session, string Cookie)
{
    public string Api => $"/t/{Tenant.Slug}/api";
}
