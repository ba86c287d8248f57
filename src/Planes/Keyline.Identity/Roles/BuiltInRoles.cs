using static Keyline.Identity.Roles.Permissions;

namespace Keyline.Identity.Roles;

/// <summary>The roles that every tenant has, and the two of the operator's own tenant.</summary>
public static class BuiltInRoles
{
    public const string Admin = "admin";
    public const string Supervisor = "supervisor";
    public const string Agent = "agent";
    public const string User = "user";
    public const string Auditor = "auditor";
    public const string Operator = "operator";
    public const string Support = "support";

    private static readonly string[] _ofTenant =
    [
        PortalUse, RecordingsListen, RecordingsExport, AnalyticsRead, WallboardsRead, QueuesSupervise, CallsHandle, DoorsOpen,
        DoorsOpenRemote, DoorsManage, DoorsAudit, VisitorsManage, PeopleRead, PeopleManage, RolesRead, RolesGrant,
        ConnectionsRead, ConnectionsChange, DomainsManage, SessionsRead, SessionsEnd, BreakGlassManage, SettingsChange,
        AuditRead, AuditExport,
    ];

    /// <summary>The roles of every tenant.</summary>
    public static IReadOnlyList<Role> OfTenants { get; } =
    [
        Make(Admin, "Runs the tenant: people, roles, connections, settings.", perSite: false, _ofTenant),
        Make(Supervisor, "Leads a team: recordings, analytics, queues.", perSite: true,
            PortalUse, RecordingsListen, AnalyticsRead, WallboardsRead, QueuesSupervise, CallsHandle),
        Make(Agent, "Takes calls in queues.", perSite: true, PortalUse, CallsHandle, WallboardsRead),
        Make(User, "Uses the phone system.", perSite: true, PortalUse),
        Make(Auditor, "Reads everything, changes nothing.", perSite: false,
            PortalUse, PeopleRead, RolesRead, ConnectionsRead, SessionsRead, AuditRead, AuditExport),
        Make("building-admin", "Runs the doors and intercoms of a site.", perSite: true,
            PortalUse, DoorsOpen, DoorsOpenRemote, DoorsManage, DoorsAudit, VisitorsManage),
        Make("security", "Watches and opens the doors of a site.", perSite: true,
            PortalUse, DoorsOpen, DoorsOpenRemote, DoorsAudit),
        Make("receptionist", "Receives visitors at a site.", perSite: true, PortalUse, DoorsOpen, VisitorsManage),
        Make("site-auditor", "Reads the door log of a site.", perSite: true, PortalUse, DoorsAudit),
    ];

    /// <summary>The additional roles of the operator's own tenant.</summary>
    public static IReadOnlyList<Role> OfOperator { get; } =
    [
        Make(Operator, "Runs the installation and all tenants.", perSite: false, [.. _ofTenant, TenantsRead, TenantsManage]),
        Make(Support, "Sees the tenants, changes nothing.", perSite: false, PortalUse, TenantsRead),
    ];

    private static Role Make(string name, string description, bool perSite, params string[] permissions) =>
        new() { Name = name, Description = description, Permissions = permissions, PerSite = perSite, BuiltIn = true };
}
