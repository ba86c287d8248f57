using Keyline.Identity.Access;
using Keyline.Identity.Roles;
using Keyline.Journal;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Keyline.Portal.Audit;

/// <summary>The audit log: search it, and look at one entry.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{tenant}/console/audit", ListAsync).WithMetadata(AccessRule.Has(Permissions.AuditRead));
        routes.MapGet("/t/{tenant}/console/audit/{id:guid}", ShowAsync).WithMetadata(AccessRule.Has(Permissions.AuditRead));
    }

    private static async Task<IResult> ListAsync(HttpContext context, AuditFilter filter, IAuditLog log, CancellationToken ct)
    {
        var around = context.Surroundings();
        var found = await log.SearchAsync(filter.QueryOf(context.Tenant().Id), ct);
        var page = found.Take(ListQuery.PageSize).ToList();
        var last = found.Count > page.Count ? page[^1].Id.Value : (Guid?)null;
        return Page.Of<AuditPage>(around, new AuditModel(
            filter, page, filter.List.Paging(around.Paths.InConsole("audit"), last, filter.Others),
            context.SignedIn().Access.Has(Permissions.AuditExport) ? Export(around.Paths, filter) : null));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, IAuditLog log, CancellationToken ct) =>
        await log.FindAsync(context.Tenant().Id, new AuditEntryId(id), ct) is { } entry
            ? Page.Of<EntryPage>(context.Surroundings(), entry)
            : Answers.NotFound(context);

    private static string Export(TenantPaths paths, AuditFilter filter)
    {
        // The file is asked for by instants; a day of the form is the whole day.
        var query = filter.QueryOf(default);
        (string Name, string Value)[] asked =
        [
            ("q", filter.List.Text), ("outcome", filter.Outcome), ("party", filter.Party), ("from", Instant(query.From)), ("until", Instant(query.Until)),
        ];
        return $"{paths.Home}api/audit/export?format=json" + string.Concat(
            asked.Where(entry => entry.Value.Length > 0).Select(entry => $"&{entry.Name}={Uri.EscapeDataString(entry.Value)}"));
    }

    private static string Instant(DateTimeOffset? at) => at is { } instant ? FormattableString.Invariant($"{instant:yyyy-MM-ddTHH:mm:ssZ}") : "";
}
