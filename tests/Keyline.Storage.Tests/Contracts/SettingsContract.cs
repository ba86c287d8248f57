using Keyline.Devices;
using Keyline.Devices.Sites;
using Keyline.Identity;
using Keyline.Identity.Sessions;
using Keyline.Identity.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>Settings of a tenant, and sites.</summary>
public abstract class SettingsContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task A_tenant_that_chose_nothing_has_the_defaults() =>
        Assert.Equivalent(new TenantSettings { TenantId = Mine }, await GetAsync(), strict: true);

    [Fact]
    public async Task What_a_tenant_chose_is_kept_and_can_be_chosen_anew()
    {
        var chosen = new TenantSettings
        {
            TenantId = Mine,
            LocalSignIn = LocalSignInMode.Everybody,
            SessionLimitsByRole = new Dictionary<string, SessionLimits> { ["admin"] = new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)) },
            SessionLimits = new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
            ClockToleranceSeconds = 90,
            InsecureAllowClearTextLdap = true,
            AlertAddresses = ["it@acme.test", "Ümlaut@acme.test"],
        };
        await SaveAsync(chosen);
        Assert.Equivalent(chosen, await GetAsync(), strict: true);

        var anew = new TenantSettings { TenantId = Mine, ClockToleranceSeconds = 30 };
        await SaveAsync(anew);
        Assert.Equivalent(anew, await GetAsync(), strict: true);
    }

    [Fact]
    public async Task Sites_are_kept_in_their_tenant()
    {
        var site = new Site { Id = SiteId.New(), TenantId = Mine, Slug = "north", Name = "North ☃", CreatedAt = Now };
        await CommitSiteAsync(sites => sites.Add(site));

        Assert.Equal(site, await AskAsync((ISiteStore sites) => sites.FindAsync(Mine, "north", Ct)));
        Assert.Null(await AskAsync((ISiteStore sites) => sites.FindAsync(TenantId.New(), "north", Ct)));
        Assert.Equal([site], await AskAsync((ISiteStore sites) => sites.ListAsync(Mine, Ct)));
        Assert.False(await CommitSiteAsync(sites => sites.Add(site with { Id = SiteId.New() })));

        Assert.True(await CommitSiteAsync(sites => sites.Remove(site)));
        Assert.Empty(await AskAsync((ISiteStore sites) => sites.ListAsync(Mine, Ct)));
    }

    private Task<TenantSettings> GetAsync() => AskAsync((ISettingsStore settings) => settings.GetAsync(Mine, Ct));

    private async Task SaveAsync(TenantSettings chosen)
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingsStore>().SaveAsync(chosen, Ct);
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
    }

    private async Task<bool> CommitSiteAsync(Action<ISiteStore> change)
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        change(scope.ServiceProvider.GetRequiredService<ISiteStore>());
        return await scope.ServiceProvider.GetRequiredService<IDevicesJournal>().TryCommitAsync(Ct);
    }
}
