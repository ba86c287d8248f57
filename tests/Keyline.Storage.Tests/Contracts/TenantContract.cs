using Keyline.Tenancy;

namespace Keyline.Storage.Tests.Contracts;

public abstract class TenantContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task Finds_a_tenant_by_slug_and_by_id_as_it_was_added()
    {
        var tenant = NewTenant("acme", "Acme Türen GmbH");
        await CommitAsync((ITenantStore tenants) => tenants.Add(tenant));

        Assert.Equal(tenant, await AskAsync((ITenantStore tenants) => tenants.FindAsync(tenant.Slug, Ct)));
        Assert.Equal(tenant, await AskAsync((ITenantStore tenants) => tenants.FindAsync(tenant.Id, Ct)));
        Assert.Null(await AskAsync((ITenantStore tenants) => tenants.FindAsync(TenantId.New(), Ct)));
    }

    [Fact]
    public async Task A_changed_tenant_is_found_under_its_new_name()
    {
        var tenant = NewTenant("before", "Before");
        await CommitAsync((ITenantStore tenants) => tenants.Add(tenant));

        var changed = tenant with { Name = "Nachher & Söhne", Plan = Plan.Basic };
        await CommitAsync((ITenantStore tenants) => tenants.Update(changed));

        Assert.Equal(changed, await AskAsync((ITenantStore tenants) => tenants.FindAsync(tenant.Id, Ct)));
        Assert.Equal([changed], await AskAsync((ITenantStore tenants) => tenants.SearchAsync("SÖHNE", null, 10, Ct)));
    }

    [Fact]
    public async Task A_slug_is_taken_once()
    {
        await CommitAsync((ITenantStore tenants) => tenants.Add(NewTenant("once", "First")));

        Assert.False(await TryCommitAsync((ITenantStore tenants) => tenants.Add(NewTenant("once", "Second"))));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var all = Enumerable.Range(0, 7).Select(number => NewTenant($"page-{number}", $"Page {number}")).ToList();
        foreach (var tenant in all)
        {
            await CommitAsync((ITenantStore tenants) => tenants.Add(tenant));
        }

        var first = await AskAsync((ITenantStore tenants) => tenants.SearchAsync("page-", null, 4, Ct));
        var second = await AskAsync((ITenantStore tenants) => tenants.SearchAsync("page-", first[^1].Id, 4, Ct));

        Assert.Equal(all.OrderBy(tenant => tenant.Id), first.Concat(second));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'")]
    public async Task What_is_typed_stands_for_itself(string typed)
    {
        var with = NewTenant($"typed-{typed[0] + 0}", $"Has {typed} in it");
        var without = NewTenant($"plain-{typed[0] + 0}", "Has nothing in it");
        await CommitAsync((ITenantStore tenants) => tenants.Add(with));
        await CommitAsync((ITenantStore tenants) => tenants.Add(without));

        var found = await AskAsync((ITenantStore tenants) => tenants.SearchAsync($"has {typed} in", null, 10, Ct));

        Assert.Equal([with], found);
    }

    private Tenant NewTenant(string slug, string name)
    {
        Assert.True(TenantSlug.TryParse(slug, out var parsed));
        return new Tenant { Id = TenantId.New(), Slug = parsed, Name = name, Plan = Plan.Connect, CreatedAt = Now };
    }
}
