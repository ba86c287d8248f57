using Keyline.Portal.Design;
using Keyline.Portal.Frame;

namespace Keyline.Portal.Roles;

/// <summary>The three pages about roles.</summary>
public static class RolesTabs
{
    public static IReadOnlyList<Tab> Of(TenantPaths paths, string current) =>
    [
        new Tab("Roles", paths.InConsole("roles"), current == "roles"),
        new Tab("Mappings", paths.InConsole("roles/mappings"), current == "mappings"),
        new Tab("Given by hand", paths.InConsole("roles/by-hand"), current == "by-hand"),
    ];
}
