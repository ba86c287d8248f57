using System.Collections.Frozen;

namespace Keyline.Identity.Roles;

/// <summary>Everything that can be permitted, by name.</summary>
public static class Permissions
{
    public const string PortalUse = "portal.use";
    public const string RecordingsListen = "recordings.listen";
    public const string RecordingsExport = "recordings.export";
    public const string AnalyticsRead = "analytics.read";
    public const string WallboardsRead = "wallboards.read";
    public const string QueuesSupervise = "queues.supervise";
    public const string CallsHandle = "calls.handle";
    public const string DoorsOpen = "doors.open";
    public const string DoorsOpenRemote = "doors.open-remote";
    public const string DoorsManage = "doors.manage";
    public const string DoorsAudit = "doors.audit";
    public const string VisitorsManage = "visitors.manage";
    public const string PeopleRead = "people.read";
    public const string PeopleManage = "people.manage";
    public const string RolesRead = "roles.read";
    public const string RolesGrant = "role.grant";
    public const string ConnectionsRead = "connections.read";
    public const string ConnectionsChange = "connection.change";
    public const string DomainsManage = "domains.manage";
    public const string SessionsRead = "sessions.read";
    public const string SessionsEnd = "sessions.end";
    public const string BreakGlassManage = "break-glass.manage";
    public const string SettingsChange = "settings.change";
    public const string AuditRead = "audit.read";
    public const string AuditExport = "audit.export";
    public const string TenantsRead = "tenants.read";
    public const string TenantsManage = "tenants.manage";

    /// <summary>All of them.</summary>
    public static FrozenSet<string> All { get; } =
    [
        PortalUse, RecordingsListen, RecordingsExport, AnalyticsRead, WallboardsRead, QueuesSupervise, CallsHandle, DoorsOpen,
        DoorsOpenRemote, DoorsManage, DoorsAudit, VisitorsManage, PeopleRead, PeopleManage, RolesRead, RolesGrant,
        ConnectionsRead, ConnectionsChange, DomainsManage, SessionsRead, SessionsEnd, BreakGlassManage, SettingsChange,
        AuditRead, AuditExport, TenantsRead, TenantsManage,
    ];
}
