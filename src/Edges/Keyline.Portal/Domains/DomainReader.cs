using Keyline.Identity.Domains;
using Keyline.Identity.Federation;
using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Frame;
using Keyline.Portal.Requests;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Domains;

/// <summary>Reads what the pages about domains show.</summary>
public sealed class DomainReader(IDomainStore domains, IConnectionStore connections, DomainRules rules)
{
    // A tenant has a few hundred domains at most: they are read at once, and shown a page at a time.
    internal async Task<DomainsModel> ListAsync(HttpContext context, ListQuery query, CancellationToken ct)
    {
        var tenant = context.Tenant().Id;
        var byId = (await connections.ListAsync(tenant, ct)).ToDictionary(connection => connection.Id);
        var found = (await domains.ListAsync(tenant, ct))
            .Where(domain => domain.Name.Contains(query.Text, StringComparison.OrdinalIgnoreCase)).OrderBy(domain => domain.Name, StringComparer.Ordinal).ToList();
        var start = query.After is { } after ? found.FindIndex(domain => domain.Id.Value == after) + 1 : 0;
        var page = found.Skip(start).Take(ListQuery.PageSize).ToList();
        var last = found.Count > start + page.Count ? page[^1].Id.Value : (Guid?)null;
        return new DomainsModel(
            query.Text, [.. page.Select(domain => Row(domain, byId))],
            query.Paging(new TenantPaths(context.Tenant().Slug.Value).InConsole("domains"), last), MayManage(context));
    }

    internal async Task<DomainModel?> FindAsync(HttpContext context, Guid id, CancellationToken ct)
    {
        var tenant = context.Tenant().Id;
        if (await domains.FindAsync(tenant, new DomainId(id), ct) is not { } domain)
        {
            return null;
        }

        var all = await connections.ListAsync(tenant, ct);
        return new DomainModel(
            Row(domain, all.ToDictionary(connection => connection.Id)),
            [new Choice("", "People choose"), .. all.Select(connection => new Choice(connection.Id.ToString(), connection.Enabled ? connection.Name : $"{connection.Name} (switched off)"))],
            MayManage(context));
    }

    private static bool MayManage(HttpContext context) => context.SignedIn().Access.Has(Permissions.DomainsManage);

    private DomainRow Row(Domain domain, Dictionary<ConnectionId, Connection> byId) => new(
        domain, DomainStatus.Of(domain, rules), domain.ConnectionId is { } at ? byId.GetValueOrDefault(at) : null);
}
