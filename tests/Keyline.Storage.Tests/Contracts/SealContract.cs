using Keyline.Identity;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class SealContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly TestEvidence _evidence = new();

    private IAuditSeal Seal => Storage.Services.GetRequiredService<IAuditSeal>();

    [Fact]
    public async Task Each_tenant_has_a_chain_of_its_own()
    {
        var other = TenantId.New();
        await CommitAsync((IIdentityJournal journal) =>
        {
            journal.Record(NewEntry("1"));
            journal.Record(NewEntry("other's") with { TenantId = other });
            journal.Record(NewEntry("2"));
        });
        await SealAllAsync(Mine, other);

        Assert.Equal(["1", "2"], (await ChainAsync(Mine)).Select(link => link.Entry!.Action));
        Assert.Equal([1, 2], (await ChainAsync(Mine)).Select(link => link.Link.Number));
        Assert.Equal(["other's"], (await ChainAsync(other)).Select(link => link.Entry!.Action));
        Assert.Equal((2, 1), (await CountGoodAsync(Mine), await CountGoodAsync(other)));
    }

    [Fact]
    public async Task Sealing_goes_on_where_it_stopped()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await CommitAsync((IIdentityJournal journal) => journal.Record(NewEntry()));
            await SealAllAsync(Mine);
        }

        Assert.Equal(3, await CountGoodAsync(Mine));
        Assert.Equal(0, await Seal.SealAsync(100, Ct));
    }

    [Fact]
    public async Task Ten_thousand_entries_and_several_sealers_at_once_make_one_good_chain()
    {
        for (var batch = 0; batch < 10; batch++)
        {
            await CommitAsync((IIdentityJournal journal) =>
            {
                for (var number = 0; number < 1000; number++)
                {
                    journal.Record(NewEntry($"a{number}") with { Facts = new Dictionary<string, string> { ["n"] = $"{number}" } });
                }
            });
        }

        await using var other = Storage.NewNode();
        await Eventually.TrueAsync(async () =>
        {
            await Task.WhenAll(
                Task.Run(() => Seal.SealAsync(700, Ct)),
                Task.Run(() => Seal.SealAsync(300, Ct)),
                Task.Run(() => other.GetRequiredService<IAuditSeal>().SealAsync(500, Ct)));
            return await Storage.CountAsync($"select count(*) from audit_links where tenant_id = {Storage.Sql(Mine.Value)}") == 10_000;
        });

        Assert.Equal(10_000, await CountGoodAsync(Mine));
    }

    [Fact]
    public async Task An_entry_that_somebody_has_linked_past_the_sealer_stops_no_other()
    {
        var linked = NewEntry("linked by hand");
        await CommitAsync((IIdentityJournal journal) =>
        {
            journal.Record(linked);
            journal.Record(NewEntry("after"));
        });
        await Storage.ExecuteAsync(
            $"insert into audit_links (tenant_id, number, entry_id, hash) select tenant_id, 1, id, {(Storage.IsPostgres ? "'\\x00'" : "x'00'")} from audit_entries where id = {Storage.Sql(linked.Id.Value)}");

        await SealAllAsync(Mine);

        Assert.Equal(["linked by hand", "after"], (await ChainAsync(Mine)).Select(link => link.Entry!.Action));
    }

    [Fact]
    public async Task An_end_that_is_not_signed_yet_is_found_until_it_is()
    {
        await CommitAsync((Keyline.Tenancy.ITenantStore tenants) => tenants.Add(NewTenant()));
        Assert.DoesNotContain(await Seal.FindUncheckedEndsAsync(Ct), link => link.TenantId == Mine);
        await CommitAsync((IIdentityJournal journal) => journal.Record(NewEntry()));
        await SealAllAsync(Mine);

        var end = Assert.Single(await Seal.FindUncheckedEndsAsync(Ct), link => link.TenantId == Mine);
        var point = await _evidence.SignAsync(end, Now);
        await Seal.AddAsync(point, Ct);
        await Seal.AddAsync(point, Ct);

        Assert.DoesNotContain(await Seal.FindUncheckedEndsAsync(Ct), link => link.TenantId == Mine);
        Assert.Equivalent(new[] { point }, await AskAsync((IAuditLog log) => log.ReadCheckpointsAsync(Mine, Ct)), strict: true);
        Assert.Equal(1, await CountGoodAsync(Mine));
    }

    private Keyline.Tenancy.Tenant NewTenant()
    {
        Assert.True(Keyline.Tenancy.TenantSlug.TryParse("seal", out var slug));
        return new() { Id = Mine, Slug = slug, Name = "Seal", Plan = Keyline.Tenancy.Plan.Connect, CreatedAt = Now };
    }

    private Task<IReadOnlyList<(AuditLink Link, AuditEntry? Entry)>> ChainAsync(TenantId tenant) =>
        AskAsync((IAuditLog log) => log.ReadChainAsync(tenant, 1, 100, Ct));

    private async Task<long> CountGoodAsync(TenantId tenant)
    {
        var outcome = await AskAsync((IAuditLog log) => new AuditVerification(log, _evidence).VerifyAsync(tenant, Now.AddDays(1), Ct));
        Assert.True(outcome.Ok, outcome.Fault?.ToString());
        return outcome.Value;
    }

    private async Task SealAllAsync(params TenantId[] tenants)
    {
        foreach (var tenant in tenants)
        {
            await Eventually.TrueAsync(async () =>
            {
                await Seal.SealAsync(1000, Ct);
                return await AskAsync((IAuditLog log) => log.CountUnlinkedAsync(tenant, Now.AddDays(1), Ct)) == 0;
            });
        }
    }
}
