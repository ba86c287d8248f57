using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Oidc;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Groups;
using Keyline.Portal.People;
using Keyline.Portal.Roles;
using Keyline.Portal.Sessions;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Tests.Samples;

/// <summary>People, groups, sessions, roles.</summary>
internal static class DirectorySamples
{
    private static readonly PersonId _ada = ConsoleSamples.Ada.Id;
    private static readonly ConnectionId _entra = ConnectionId.New();

    private static readonly Group _sales = new()
    {
        Id = GroupId.New(),
        TenantId = ConsoleSamples.Tenant,
        ConnectionId = _entra,
        Key = "3f2a-77",
        Name = "Sales <Berlin>",
        CreatedAt = ConsoleSamples.Now,
    };

    public static Connection Entra { get; } = new()
    {
        Id = _entra,
        TenantId = ConsoleSamples.Tenant,
        Slug = "entra",
        Name = "Acme Entra ID",
        Enabled = true,
        Settings = new OidcConnectionSettings(),
        CreatedAt = ConsoleSamples.Now,
        ChangedAt = ConsoleSamples.Now,
    };

    public static IEnumerable<Sample> All =>
    [
        new("people", _ => Page.Of<PeoplePage>(Around, new PeopleModel("ada", [ConsoleSamples.Ada, Gone], new Paging("/t/acme/console/people", "/t/acme/console/people?after=x")))),
        new("people-none", _ => Page.Of<PeoplePage>(Around, new PeopleModel("", [], new Paging()))),
        new("people-not-found", _ => Page.Of<PeoplePage>(Around, new PeopleModel("<script>", [], new Paging()))),
        new("person", _ => Page.Of<PersonPage>(Around, PersonOf(ConsoleSamples.Ada, mayAll: true))),
        new("person-to-read", _ => Page.Of<PersonPage>(Around, PersonOf(Gone, mayAll: false))),
        new("grant", _ => Page.Of<GrantPage>(Around.With("expected a reason of one line"), new GrantModel(ConsoleSamples.Ada, Choices), StatusCodes.Status422UnprocessableEntity)),
        new("invitation", _ => Page.Of<InvitationPage>(Around, new InvitationModel(ConsoleSamples.Ada, [new Choice("1", "Acme Entra ID")]))),
        new("invitation-made", _ => Page.Of<InvitationPage>(Around, new InvitationModel(ConsoleSamples.Ada, [], new Uri("https://sso.example/t/acme/link/x")))),
        new("invitation-without", _ => Page.Of<InvitationPage>(Around, new InvitationModel(ConsoleSamples.Ada, []))),
        new("groups", _ => Page.Of<GroupsPage>(Around, new GroupsModel("", [_sales], Connections, new Paging(), MayAdd: true))),
        new("groups-none", _ => Page.Of<GroupsPage>(Around, new GroupsModel("", [], new Dictionary<ConnectionId, Connection>(), new Paging(), MayAdd: true))),
        new("group", _ => Page.Of<GroupPage>(Around, GroupOf(mayMap: true, [Mapping], [ConsoleSamples.Ada]))),
        new("group-empty", _ => Page.Of<GroupPage>(Around, GroupOf(mayMap: false, [], []))),
        new("group-add", _ => Page.Of<NewGroupPage>(Around, new NewGroupModel([new Choice("1", "Acme Entra ID")]))),
        new("group-add-without", _ => Page.Of<NewGroupPage>(Around, new NewGroupModel([]))),
        new("sessions", _ => Page.Of<SessionsPage>(Around, new SessionsModel("", [new SessionRow(Session, ConsoleSamples.Ada), new SessionRow(Session, null)], new Paging(), MayEnd: true))),
        new("sessions-none", _ => Page.Of<SessionsPage>(Around, new SessionsModel("", [], new Paging(), MayEnd: false))),
        new("roles", _ => Page.Of<RolesPage>(Around, new RolesModel("", BuiltInRoles.OfTenants, new Dictionary<string, int> { ["admin"] = 2 }, MayGrant: true))),
        new("role", _ => Page.Of<RolePage>(Around, new RoleModel(Own, [new MappingRow(Mapping, _sales)], Sites, MayChange: true))),
        new("role-built-in", _ => Page.Of<RolePage>(Around, new RoleModel(BuiltInRoles.OfTenants[0], [], Sites, MayChange: true))),
        new("role-form", _ => Page.Of<RoleFormPage>(Around, new RoleFormModel(null, "", new RoleDraft("", [Permissions.DoorsOpen], false)))),
        new("mappings", _ => Page.Of<MappingsPage>(Around, new MappingsModel("", [new MappingRow(Mapping, _sales), new MappingRow(Mapping, null)], Sites, new Paging(), MayRemove: true))),
        new("mappings-none", _ => Page.Of<MappingsPage>(Around, new MappingsModel("", [], Sites, new Paging(), MayRemove: false))),
        new("drift", _ => Page.Of<DriftPage>(Around, new DriftModel("", [new Drift(Grant, ConsoleSamples.Ada)], Sites, new Paging(), MayRevoke: true))),
        new("drift-none", _ => Page.Of<DriftPage>(Around, new DriftModel("", [], Sites, new Paging(), MayRevoke: true))),
    ];

    public static SiteNames Sites { get; } = SiteNames.ReadAsync(new OneSite(), ConsoleSamples.Tenant, CancellationToken.None).GetAwaiter().GetResult();

    private static Surroundings Around => ConsoleSamples.Around;

    private static Dictionary<ConnectionId, Connection> Connections => new() { [_entra] = Entra };

    private static Person Gone => ConsoleSamples.Ada with { Id = PersonId.New(), State = PersonState.Deactivated, LastSignInAt = null, Extension = null };

    private static Role Own => new() { Name = "night-shift", Description = "Nights", Permissions = [Permissions.CallsHandle], PerSite = true };

    private static RoleChoices Choices => RoleChoices.Of(BuiltInRoles.OfTenants.ToDictionary(role => role.Name), Sites);

    private static Mapping Mapping => new()
    {
        Id = MappingId.New(),
        TenantId = ConsoleSamples.Tenant,
        GroupId = _sales.Id,
        Role = "agent",
        SiteId = OneSite.Berlin.Id,
        CreatedAt = ConsoleSamples.Now,
    };

    private static DirectGrant Grant => new()
    {
        Id = DirectGrantId.New(),
        TenantId = ConsoleSamples.Tenant,
        PersonId = _ada,
        Role = "auditor",
        Reason = "yearly audit",
        GrantedBy = "Grace",
        GrantedAt = ConsoleSamples.Now,
        ExpiresAt = ConsoleSamples.Now.AddDays(7),
    };

    private static Session Session => new()
    {
        Id = SessionId.New(),
        TenantId = ConsoleSamples.Tenant,
        PersonId = _ada,
        SecretHash = new byte[32],
        Method = SignInMethod.Oidc,
        Assurance = Assurance.Aal2,
        AuthenticatedAt = ConsoleSamples.Now,
        CreatedAt = ConsoleSamples.Now,
        ExpiresAt = ConsoleSamples.Now.AddHours(8),
        IdleLimit = TimeSpan.FromHours(1),
        LastSeenAt = ConsoleSamples.Now,
        Client = "Firefox on Linux",
        Address = "192.0.2.7",
    };

    private static GroupModel GroupOf(bool mayMap, IReadOnlyList<Mapping> mappings, IReadOnlyList<Person> members) => new()
    {
        Group = _sales,
        Connection = Entra,
        Mappings = mappings,
        Members = members,
        Paging = new Paging(),
        Sites = Sites,
        Choices = Choices,
        MayMap = mayMap,
    };

    private static PersonModel PersonOf(Person person, bool mayAll)
    {
        IReadOnlyList<EffectiveRole> roles = mayAll
            ?
            [
                new EffectiveRole(Own, OneSite.Berlin.Id, [new RoleReason.ByGroup(_sales, Mapping), new RoleReason.ByGrant(Grant)]),
                new EffectiveRole(BuiltInRoles.OfTenants[3], null, [new RoleReason.ByBelonging()]),
            ]
            : [];
        var identity = new PersonIdentity
        {
            TenantId = person.TenantId,
            ConnectionId = _entra,
            Subject = "oid:tid",
            PersonId = person.Id,
            LinkedAt = ConsoleSamples.Now,
        };
        return new PersonModel
        {
            Details = new PersonDetails(
                person, mayAll ? [identity] : [], mayAll ? [_sales] : [], new PersonAccess(person, roles, null), mayAll ? [Session] : []),
            Sites = Sites,
            Connections = Connections,
            LocalMode = LocalSignInMode.ChosenPeople,
            MayManage = mayAll,
            MayGrant = mayAll,
            MayEndSessions = mayAll,
        };
    }
}
