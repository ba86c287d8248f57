using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.Roles;

namespace Keyline.Storage.Tests.Contracts;

public abstract class RoleContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task Custom_roles_are_kept_changed_and_removed()
    {
        var role = new CustomRole
        {
            TenantId = Mine,
            Name = "night-desk",
            Description = "Nights",
            Permissions = [Permissions.PortalUse, Permissions.DoorsOpen],
            PerSite = true,
        };
        await CommitAsync((IRoleStore roles) => roles.Add(role));
        Assert.Equivalent(new[] { role }, await ListRolesAsync(Mine), strict: true);
        Assert.Empty(await ListRolesAsync(TenantId.New()));
        Assert.False(await TryCommitAsync((IRoleStore roles) => roles.Add(role)));

        var changed = role with { Permissions = [Permissions.PortalUse], Description = "Fewer" };
        await CommitAsync((IRoleStore roles) => roles.Update(changed));
        Assert.Equivalent(new[] { changed }, await ListRolesAsync(Mine), strict: true);

        await CommitAsync((IRoleStore roles) => roles.Remove(changed));
        Assert.Empty(await ListRolesAsync(Mine));
    }

    [Fact]
    public async Task Mappings_are_kept_for_the_tenant_and_for_a_site()
    {
        var everywhere = NewMapping(null);
        var atSite = NewMapping(SiteId.New());
        await CommitAsync((IRoleStore roles) =>
        {
            roles.Add(everywhere);
            roles.Add(atSite);
        });
        Assert.Equal(
            new[] { everywhere, atSite }.OrderBy(mapping => mapping.Id),
            await AskAsync((IRoleStore roles) => roles.ListMappingsAsync(Mine, Ct)));
        Assert.Empty(await AskAsync((IRoleStore roles) => roles.ListMappingsAsync(TenantId.New(), Ct)));

        await CommitAsync((IRoleStore roles) => roles.Remove(everywhere));
        Assert.Equal([atSite], await AskAsync((IRoleStore roles) => roles.ListMappingsAsync(Mine, Ct)));
    }

    [Fact]
    public async Task Grants_are_listed_for_one_person_and_for_the_tenant()
    {
        var anna = PersonId.New();
        var berta = PersonId.New();
        var toAnna = NewGrant(anna);
        var toBerta = NewGrant(berta);
        await CommitAsync((IRoleStore roles) =>
        {
            roles.Add(toAnna);
            roles.Add(toBerta);
        });

        Assert.Equal(
            new[] { toAnna, toBerta }.OrderBy(grant => grant.Id),
            await AskAsync((IRoleStore roles) => roles.ListGrantsAsync(Mine, null, Ct)));
        Assert.Equal([toBerta], await AskAsync((IRoleStore roles) => roles.ListGrantsAsync(Mine, berta, Ct)));
        Assert.Empty(await AskAsync((IRoleStore roles) => roles.ListGrantsAsync(TenantId.New(), anna, Ct)));

        await CommitAsync((IRoleStore roles) => roles.Remove(toAnna));
        Assert.Empty(await AskAsync((IRoleStore roles) => roles.ListGrantsAsync(Mine, anna, Ct)));
    }

    [Fact]
    public async Task What_two_administrators_remove_at_once_is_gone_without_a_conflict()
    {
        var mapping = NewMapping(null);
        await CommitAsync((IRoleStore roles) => roles.Add(mapping));
        await CommitAsync((IRoleStore roles) => roles.Remove(mapping));

        await CommitAsync((IRoleStore roles) => roles.Remove(mapping));

        Assert.Empty(await AskAsync((IRoleStore roles) => roles.ListMappingsAsync(Mine, Ct)));
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_has_removed_is_an_answer()
    {
        var role = new CustomRole { TenantId = Mine, Name = "gone", Description = "", Permissions = [] };

        Assert.False(await TryCommitAsync((IRoleStore roles) => roles.Update(role)));
        Assert.Empty(await ListRolesAsync(Mine));
    }

    private Task<IReadOnlyList<CustomRole>> ListRolesAsync(TenantId tenant) =>
        AskAsync((IRoleStore roles) => roles.ListCustomRolesAsync(tenant, Ct));

    private Mapping NewMapping(SiteId? site) => new()
    {
        Id = MappingId.New(),
        TenantId = Mine,
        GroupId = GroupId.New(),
        Role = BuiltInRoles.Agent,
        SiteId = site,
        CreatedAt = Now,
    };

    private DirectGrant NewGrant(PersonId person) => new()
    {
        Id = DirectGrantId.New(),
        TenantId = Mine,
        PersonId = person,
        Role = BuiltInRoles.Auditor,
        Reason = "Year's end",
        GrantedBy = "anna",
        GrantedAt = Now,
        ExpiresAt = Now.AddDays(3),
    };
}
