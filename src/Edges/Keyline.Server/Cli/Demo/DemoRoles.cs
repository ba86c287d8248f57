using Keyline.Devices.Sites;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>The company's sites, groups, its own role, and which group has which role where.</summary>
internal sealed class DemoRoles(DemoWork work, Tenant company)
{
    public const string CustomRole = "recordings-reviewer";

    public async Task FillAsync(Connection connection, CancellationToken ct)
    {
        var actor = DemoWork.At(company);
        var sites = new Dictionary<string, SiteId>(StringComparer.Ordinal);
        foreach (var (slug, name) in DemoCompany.Sites)
        {
            sites[slug] = (await work.MustAsync((AddSite add) => add.AddAsync(company.Id, slug, name, actor.Party, ct))).Id;
        }

        await work.MustAsync((CreateRole create) => create.CreateAsync(
            actor, CustomRole,
            new RoleDraft("Listens to recordings and exports them, to see how calls go.",
                [Permissions.PortalUse, Permissions.RecordingsListen, Permissions.RecordingsExport], PerSite: false),
            ct));
        var groups = new Dictionary<string, GroupId>(StringComparer.Ordinal);
        foreach (var name in DemoCompany.People.SelectMany(person => person.AllGroups).Distinct())
        {
            groups[name] = (await work.MustAsync((AddGroup add) => add.AddAsync(actor, connection.Id, name, name, ct))).Id;
        }

        foreach (var (group, role, site) in DemoCompany.Mappings)
        {
            await work.MustAsync((AddMapping add) => add.AddAsync(actor, groups[group], role, site is null ? null : sites[site], ct));
        }
    }
}
