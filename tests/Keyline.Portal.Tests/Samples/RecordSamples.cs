using Keyline.Identity.Clock;
using Keyline.Identity.Domains;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Portal.Audit;
using Keyline.Portal.Design;
using Keyline.Portal.Domains;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Portal.Tenants;
using Keyline.Portal.Tools;
using Keyline.Tenancy;

namespace Keyline.Portal.Tests.Samples;

/// <summary>Audit, domains, tools, tenants.</summary>
internal static class RecordSamples
{
    private static readonly AuditFilter _everything = new(new ListQuery("", null), "", "", "", "");

    public static IEnumerable<Sample> All =>
    [
        new("audit", _ => Page.Of<AuditPage>(Around, new AuditModel(_everything with { Outcome = "denied" }, [Entry, Entry with { Outcome = AuditOutcome.StepUp, Actor = AuditParty.Anonymous }], new Paging(), "/t/acme/api/audit/export"))),
        new("audit-none", _ => Page.Of<AuditPage>(Around, new AuditModel(_everything, [], new Paging(), null))),
        new("audit-entry", _ => Page.Of<EntryPage>(Around, Entry)),
        new("domains", _ => Page.Of<DomainsPage>(Around, new DomainsModel("", [.. States.Select(Row)], new Paging(), MayManage: true))),
        new("domains-none", _ => Page.Of<DomainsPage>(Around, new DomainsModel("", [], new Paging(), MayManage: false))),
        .. States.Select(state => new Sample($"domain-{state}".ToLowerInvariant(), _ => Page.Of<DomainPage>(Around, new DomainModel(Row(state), [new Choice("", "People choose")], MayManage: state != DomainState.Lost)))),
        new("sso", _ => Page.Of<SsoPage>(Around, Sso(Plan.Connect, mayChange: true))),
        new("sso-without", _ => Page.Of<SsoPage>(Around, Sso(Plan.Basic, mayChange: false))),
        new("tenants", _ => Page.Of<TenantsPage>(Around, new TenantsModel("", [TenantWith(Plan.Basic), TenantWith(Plan.Connect)], new Paging(), MayManage: true))),
        new("tenants-none", _ => Page.Of<TenantsPage>(Around, new TenantsModel("x", [], new Paging(), MayManage: false))),
        new("tenant", _ => Page.Of<TenantPage>(Around, new TenantFormModel(TenantWith(Plan.Connect), true) { Name = "Acme Ltd" })),
        new("tenant-new", _ => Page.Of<TenantPage>(Around, new TenantFormModel(null, true))),
    ];

    private static Surroundings Around => ConsoleSamples.Around;

    private static DomainState[] States => Enum.GetValues<DomainState>();

    private static AuditEntry Entry => new()
    {
        TenantId = ConsoleSamples.Tenant,
        At = ConsoleSamples.Now,
        Action = "sign-in",
        Outcome = AuditOutcome.Denied,
        Actor = new AuditParty("person", ConsoleSamples.Ada.Id.ToString(), "Ada <Lovelace>"),
        Target = new AuditParty("connection", "x", "entra"),
        Reference = "7KQ4-M2XD",
        Facts = new Dictionary<string, string> { ["code"] = "Expired", ["assertion"] = "_a1" },
    };

    private static DomainRow Row(DomainState state) => new(
        new Domain
        {
            Id = DomainId.New(),
            TenantId = ConsoleSamples.Tenant,
            Name = "acme.example",
            Challenge = "keyline-verification=0123",
            ClaimedAt = ConsoleSamples.Now,
        },
        new DomainStatus(state, state == DomainState.Verified ? null : ConsoleSamples.Now.AddDays(3)), null);

    private static Tenant TenantWith(Plan plan) => new()
    {
        Id = ConsoleSamples.Tenant,
        Slug = TenantSlug.TryParse("acme", out var slug) ? slug : default,
        Name = "Acme Ltd",
        Plan = plan,
        CreatedAt = ConsoleSamples.Now,
    };

    private static SsoModel Sso(Plan plan, bool mayChange) => new()
    {
        Tenant = TenantWith(plan),
        Connections = mayChange ? [DirectorySamples.Entra] : [],
        VerifiedDomains = 1,
        Clocks = new ClockState
        {
            Now = ConsoleSamples.Now,
            Tolerance = TimeSpan.FromSeconds(60),
            Providers = [(DirectorySamples.Entra, new ProviderClock(TimeSpan.FromSeconds(42), 3, ConsoleSamples.Now))],
        },
        Form = SettingsForm.Of(new TenantSettings { TenantId = ConsoleSamples.Tenant }, BuiltInRoles.OfTenants.ToDictionary(role => role.Name)),
        MayChange = mayChange,
    };
}
