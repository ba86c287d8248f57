using System.CommandLine;
using Keyline.Devices.Sites;

namespace Keyline.Server.Cli;

/// <summary><c>keyline site …</c></summary>
internal static class SiteCommands
{
    public static Command Make() => new("site", "Buildings and branches: scopes for roles, and later homes of devices.") { Add(), List() };

    private static Command Add()
    {
        var slug = new Argument<string>("slug") { Description = "A short name, such as berlin." };
        var name = new Option<string>("--name") { Description = "The name that people read.", Required = true };
        return TenantScope.Verb("add", "Add a site.", async (parsed, services, actor, ct) =>
        {
            var added = await services.GetRequiredService<AddSite>().AddAsync(
                actor.Tenant.Id, parsed.GetRequiredValue(slug), parsed.GetRequiredValue(name), actor.Party, ct);
            return added.Ok ? 0 : Output.Refuse($"Not added: {added.Fault.Detail}.");
        }, slug, name);
    }

    private static Command List() => TenantScope.Verb("list", "Show a tenant's sites.", async (_, services, actor, ct) =>
    {
        var sites = await services.GetRequiredService<ISiteStore>().ListAsync(actor.Tenant.Id, ct);
        Output.Table(["SLUG", "NAME", "ID"], [.. sites.Select(site => new[] { site.Slug, site.Name, site.Id.ToString() })],
            "This tenant has no site. 'keyline site add' makes one.");
        return 0;
    });
}
