using Keyline.Identity.Access;
using Keyline.Identity.Roles;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Frame;

/// <summary>What surrounds a signed-in page, from the request.</summary>
public static class AroundRequest
{
    private static readonly (ConsoleArea Area, string Permission)[] _areas =
    [
        (ConsoleArea.People, Permissions.PeopleRead),
        (ConsoleArea.Groups, Permissions.PeopleRead),
        (ConsoleArea.Roles, Permissions.RolesRead),
        (ConsoleArea.Connections, Permissions.ConnectionsRead),
        (ConsoleArea.Domains, Permissions.ConnectionsRead),
        (ConsoleArea.Sessions, Permissions.SessionsRead),
        (ConsoleArea.BreakGlass, Permissions.BreakGlassManage),
        (ConsoleArea.Audit, Permissions.AuditRead),
        (ConsoleArea.Tools, Permissions.ConnectionsRead),
        (ConsoleArea.Tenants, Permissions.TenantsRead),
    ];

    /// <summary>The frame of a page for whoever is calling; takes the notice of the action before.</summary>
    public static Surroundings Surroundings(this HttpContext context)
    {
        var who = context.SignedIn();
        return new Surroundings
        {
            Paths = new TenantPaths(who.Tenant.Slug.Value),
            TenantName = who.Tenant.Name,
            PersonName = who.Person.DisplayName,
            Areas = AreasOf(who),
            Flash = FlashCookie.Take(context),
        };
    }

    /// <summary>The areas of the console that somebody may open; the overview comes with any other.</summary>
    internal static IReadOnlyCollection<ConsoleArea> AreasOf(SignedIn who)
    {
        ConsoleArea[] open = [.. _areas.Where(area => who.Access.Has(area.Permission)).Select(area => area.Area)];
        return open.Length == 0 ? [] : [ConsoleArea.Overview, .. open];
    }
}
