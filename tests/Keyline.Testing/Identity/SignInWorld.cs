using Keyline.Checks;
using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Saml;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.SignIn;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Testing.Identity;

/// <summary>A tenant with one connection, all in memory, and the use cases of signing in over it.</summary>
public sealed class SignInWorld
{
    public SignInWorld()
    {
        People = new FakePeople(Journal);
        Links = new FakeLinks(Journal);
        Groups = new FakeGroups(Journal);
        Roles = new FakeRoles(Journal);
        Settings = new FakeSettings(Journal);
        Transactions = new FakeTransactions(Journal);
        Sessions = new FakeSessions(Journal);
        Traces = new FakeTraces(Journal);
        Invitations = new FakeInvitations(Journal);
        Tenant = NewTenant("acme");
        Connection = NewConnection(Tenant, "corp");
    }

    public SettableTime Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public FakeJournal Journal { get; } = new();

    public FakePeople People { get; }

    public FakeLinks Links { get; }

    public FakeGroups Groups { get; }

    public FakeRoles Roles { get; }

    public FakeSettings Settings { get; }

    public FakeTransactions Transactions { get; }

    public FakeSessions Sessions { get; }

    public FakeTraces Traces { get; }

    public FakeInvitations Invitations { get; }

    public SecretSealer Sealer { get; } = new([MasterKey.New()]);

    public Tenant Tenant { get; set; }

    public Connection Connection { get; set; }

    public SignInRecorder Recorder => new(Journal, Traces, Time);

    public SignInTransactions InFlight => new(Transactions, Journal, Sealer, Time);

    public PlanSignIn Planner =>
        new(People, Links, new GroupPlanner(Groups), new AccessReader(People, Groups, Roles, Time), Settings, Time);

    public CompleteSignIn Complete => new(Planner, new SignInWriter(People, Links, Groups, Journal, Time), Recorder,
        new StartSession(Sessions, Sealer, Time), Invitations, Journal, Time);

    public static Tenant NewTenant(string slug, Plan plan = Plan.Connect) => new()
    {
        Id = TenantId.New(),
        Slug = TenantSlug.TryParse(slug, out var parsed) ? parsed : throw new ArgumentException("No slug.", nameof(slug)),
        Name = slug,
        Plan = plan,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public static Connection NewConnection(Tenant tenant, string slug, ConnectionSettings? settings = null) => new()
    {
        Id = ConnectionId.New(),
        TenantId = tenant.Id,
        Slug = slug,
        Name = slug,
        Enabled = true,
        Settings = settings ?? new SamlConnectionSettings(),
        CreatedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };

    public VerifiedSignIn Verified(string subject, string name, params string[] groups) => new()
    {
        Connection = Connection,
        Subject = subject,
        Profile = new ClaimedProfile { UserName = name, Email = $"{name}@acme.example", DisplayName = name },
        Groups = [.. groups.Select(group => new ClaimedGroup(group, group))],
        Method = SignInMethod.Saml,
        Assurance = Assurance.Aal1,
        AuthenticatedAt = Time.Now,
        Evidence = new Dictionary<string, string> { ["saml-response"] = "_r1" },
        Report = CheckReport.Empty,
    };

    public SignInContext Context(SignInPurpose purpose = SignInPurpose.SignIn, SignInTransaction? transaction = null) => new()
    {
        Tenant = Tenant,
        Purpose = purpose,
        Client = new ClientDescription("192.0.2.7", "Firefox"),
        ReturnPath = $"/t/{Tenant.Slug}/",
        Transaction = transaction,
    };

    public Person Person(string name, PersonKind kind = PersonKind.Member)
    {
        var person = new Person
        {
            Id = PersonId.New(),
            TenantId = Tenant.Id,
            Kind = kind,
            UserName = name,
            DisplayName = name,
            Email = $"{name}@acme.example",
            CreatedAt = Time.Now,
        };
        People.All.Add(person);
        return person;
    }
}
