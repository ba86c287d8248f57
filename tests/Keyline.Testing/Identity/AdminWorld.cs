using Keyline.Identity.Access;
using Keyline.Identity.Alerts;
using Keyline.Identity.Changes;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Roles.Protection;
using Keyline.Identity.Sessions;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Testing.Identity;

/// <summary>Two tenants and the operator's, all in memory, and the parts that use cases of administration are made of.</summary>
public sealed class AdminWorld
{
    public AdminWorld()
    {
        Tenants = new FakeTenants(Journal);
        Domains = new FakeDomains(Journal);
        Connections = new FakeConnections(Journal);
        People = new FakePeople(Journal);
        Links = new FakeLinks(Journal);
        Groups = new FakeGroups(Journal);
        Roles = new FakeRoles(Journal);
        Sessions = new FakeSessions(Journal);
        Settings = new FakeSettings(Journal);
        SetupLinks = new FakeSetupLinks(Journal);
        Acme = AddTenant("acme");
        Other = AddTenant("other");
        Operator = AddTenant(Tenant.OperatorSlug);
    }

    public static ClientDescription Client { get; } = new("192.0.2.7", "Firefox");

    public SettableTime Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public FakeJournal Journal { get; } = new();

    public FakeTenants Tenants { get; }

    public FakeDomains Domains { get; }

    public FakeConnections Connections { get; }

    public FakePeople People { get; }

    public FakeLinks Links { get; }

    public FakeGroups Groups { get; }

    public FakeRoles Roles { get; }

    public FakeSessions Sessions { get; }

    public FakeSettings Settings { get; }

    public FakeSetupLinks SetupLinks { get; }

    public FakeDnsTexts Dns { get; } = new();

    public FakeOutbox Outbox { get; } = new();

    public SecretSealer Sealer { get; } = new([MasterKey.New()]);

    public Tenant Acme { get; }

    public Tenant Other { get; }

    public Tenant Operator { get; }

    public ChangeRecorder Recorder => new(Journal, Time);

    public FakeBreakGlassWays BreakGlass => field ??= new FakeBreakGlassWays(People);

    public AdminWays Ways => new(People, Groups, Roles, Connections, BreakGlass);

    public AlertMail Alerts => new(Settings, new MailWriter(Outbox, Journal, Sealer, Time));

    public AccessReader Reader => new(People, Groups, Roles, Time);

    public Tenant AddTenant(string slug, Plan plan = Plan.Connect)
    {
        var tenant = SignInWorld.NewTenant(slug, plan);
        Tenants.All.Add(tenant);
        return tenant;
    }

    public Person AddPerson(Tenant tenant, string name, PersonKind kind = PersonKind.Member)
    {
        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = tenant.Id,
            Kind = kind,
            UserName = name,
            DisplayName = name,
            Email = $"{name}@{tenant.Slug}.example",
            CreatedAt = Time.Now,
        };
        People.All.Add(person);
        return person;
    }

    public Connection AddConnection(Tenant tenant, string slug)
    {
        var connection = SignInWorld.NewConnection(tenant, slug);
        Connections.All.Add(connection);
        return connection;
    }

    public Group AddGroup(Connection connection, string name, params Person[] members)
    {
        var group = new Group
        {
            Id = GroupId.New(),
            TenantId = connection.TenantId,
            ConnectionId = connection.Id,
            Key = name,
            Name = name,
            CreatedAt = Time.Now,
        };
        Groups.All.Add(group);
        foreach (var member in members)
        {
            Groups.Members.Add((group.Id, member.Id));
        }

        return group;
    }

    public Mapping AddMapping(Group group, string role, SiteId? site = null)
    {
        var mapping = new Mapping { Id = MappingId.New(), TenantId = group.TenantId, GroupId = group.Id, Role = role, SiteId = site, CreatedAt = Time.Now };
        Roles.Mappings.Add(mapping);
        return mapping;
    }

    public Session AddSession(Person person)
    {
        var session = new Session
        {
            Id = SessionId.New(),
            TenantId = person.TenantId,
            PersonId = person.Id,
            SecretHash = Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray(),
            Method = SignInMethod.Saml,
            Assurance = Assurance.Aal1,
            AuthenticatedAt = Time.Now,
            CreatedAt = Time.Now,
            ExpiresAt = Time.Now.AddHours(8),
            IdleLimit = TimeSpan.FromHours(1),
            LastSeenAt = Time.Now,
            Client = "Firefox",
            Address = "192.0.2.7",
        };
        Sessions.All.Add(session);
        return session;
    }

    /// <summary>A signed-in person with the rights that they have now.</summary>
    public async Task<Actor> ActorAsync(Tenant tenant, Person person)
    {
        var access = await Reader.ReadAsync(tenant, person.Id, CancellationToken.None)
            ?? throw new ArgumentException("The person is not of this tenant.", nameof(person));
        return Actor.Of(new SignedIn(tenant, LiveSession.Of(AddSession(person)), access), Client);
    }

    /// <summary>An administrator of a tenant through a group at a connection that is switched on.</summary>
    public async Task<Actor> AdminAsync(Tenant tenant)
    {
        var person = AddPerson(tenant, "admin-" + Guid.NewGuid().ToString("N"));
        AddMapping(AddGroup(AddConnection(tenant, "c" + Guid.NewGuid().ToString("N")), "admins", person),
            tenant.IsOperator ? BuiltInRoles.Operator : BuiltInRoles.Admin);
        return await ActorAsync(tenant, person);
    }

    /// <summary>Somebody with a role of the tenant's own that has just these permissions.</summary>
    public async Task<Actor> ActorWithAsync(Tenant tenant, params IReadOnlyList<string> permissions)
    {
        var name = "own-" + Guid.NewGuid().ToString("N");
        Roles.Custom.Add(new CustomRole { TenantId = tenant.Id, Name = name, Description = "d", Permissions = permissions });
        var person = AddPerson(tenant, name);
        AddMapping(AddGroup(AddConnection(tenant, name), name, person), name);
        return await ActorAsync(tenant, person);
    }
}
