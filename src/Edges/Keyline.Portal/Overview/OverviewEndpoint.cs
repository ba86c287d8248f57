using Keyline.Identity.Access;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.People;
using Keyline.Journal;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Overview;

/// <summary>The console's first page: what needs attention, how many of what, and who signed in.</summary>
internal static class OverviewEndpoint
{
    // Whoever may open no area is sent home; the areas have their own rules.
    public static void MapOverview(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{tenant}/console", ShowAsync).WithMetadata(AccessRule.SignedIn);

    private static async Task<IResult> ShowAsync(
        HttpContext context, AttentionReader attention, SignInHistory history, IAuditLog audit, IPersonStore people,
        IConnectionStore connections, IDomainStore domains, CancellationToken ct)
    {
        var around = context.Surroundings();
        if (around.Areas.Count == 0)
        {
            return TypedResults.LocalRedirect(around.Paths.Home);
        }

        var tenant = context.Tenant();
        var items = await attention.ReadAsync(tenant, around, ct);
        return Page.Of<OverviewPage>(around with { Attention = items.Count }, new OverviewModel
        {
            Attention = items,
            Counts = await CountAsync(tenant, around, people, connections, domains, ct),
            SignIns = around.MayOpen(ConsoleArea.Audit) ? await history.ReadAsync(audit, tenant.Id, ct) : null,
        });
    }

    private static async Task<IReadOnlyList<OverviewCount>> CountAsync(
        Tenant tenant, Surroundings around, IPersonStore people, IConnectionStore connections, IDomainStore domains, CancellationToken ct)
    {
        var counts = new List<OverviewCount>();
        if (around.MayOpen(ConsoleArea.People))
        {
            counts.Add(new("People", await people.CountAsync(tenant.Id, PersonKind.Member, ct), around.Paths.InConsole("people")));
        }

        if (around.MayOpen(ConsoleArea.Connections))
        {
            counts.Add(new("Connections switched on", (await connections.ListAsync(tenant.Id, ct)).Count(connection => connection.Enabled),
                around.Paths.InConsole("connections")));
            counts.Add(new("Verified domains", (await domains.ListAsync(tenant.Id, ct)).Count(domain => domain.VerifiedAt is not null),
                around.Paths.InConsole("domains")));
        }

        return counts;
    }
}
