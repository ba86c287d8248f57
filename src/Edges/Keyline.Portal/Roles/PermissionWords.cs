using Keyline.Identity.Roles;

namespace Keyline.Portal.Roles;

/// <summary>What each permission allows, in words, in the order in which people think of them.</summary>
public static class PermissionWords
{
    /// <summary>What a tenant's own role can hold.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<(string Name, string Words)> Permissions)> Groups { get; } =
    [
        ("Calls", [
            (Permissions.PortalUse, "Use the portal"),
            (Permissions.CallsHandle, "Take calls in queues"),
            (Permissions.QueuesSupervise, "Supervise queues"),
            (Permissions.RecordingsListen, "Listen to recordings"),
            (Permissions.RecordingsExport, "Export recordings"),
            (Permissions.AnalyticsRead, "Read analytics"),
            (Permissions.WallboardsRead, "See wallboards")]),
        ("Doors", [
            (Permissions.DoorsOpen, "Open doors"),
            (Permissions.DoorsOpenRemote, "Open doors from elsewhere"),
            (Permissions.DoorsManage, "Run doors and intercoms"),
            (Permissions.DoorsAudit, "Read the door log"),
            (Permissions.VisitorsManage, "Receive visitors")]),
        ("Administration", [
            (Permissions.PeopleRead, "See people and groups"),
            (Permissions.PeopleManage, "Change people"),
            (Permissions.RolesRead, "See roles and mappings"),
            (Permissions.RolesGrant, "Give and take roles"),
            (Permissions.ConnectionsRead, "See connections and domains"),
            (Permissions.ConnectionsChange, "Change connections"),
            (Permissions.DomainsManage, "Claim and verify domains"),
            (Permissions.SessionsRead, "See who is signed in"),
            (Permissions.SessionsEnd, "Sign people out"),
            (Permissions.BreakGlassManage, "Look after break-glass accounts"),
            (Permissions.SettingsChange, "Change settings"),
            (Permissions.AuditRead, "Read the audit log"),
            (Permissions.AuditExport, "Take the audit log away")]),
    ];

    private static readonly Dictionary<string, string> _words = Groups.SelectMany(group => group.Permissions)
        .Append((Permissions.TenantsRead, "See all tenants")).Append((Permissions.TenantsManage, "Create and change tenants"))
        .ToDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    public static string Of(string permission) => _words.GetValueOrDefault(permission, permission);
}
