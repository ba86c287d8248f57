using Keyline.Devices;
using Keyline.Devices.Sites;
using Keyline.Identity;
using Keyline.Identity.People;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>I10: rows, audit entries and changes are committed together or not at all.</summary>
public abstract class JournalContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task I10_rows_entries_and_changes_are_there_together_after_the_commit()
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        await WorkAsync(scope, "anna").CommitAsync(Ct);

        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task I10_nothing_is_there_when_the_work_stops_before_the_commit()
    {
        await using (var scope = Storage.Services.CreateAsyncScope())
        {
            var journal = WorkAsync(scope, "anna");
            await scope.ServiceProvider.GetRequiredService<Identity.IdentityContext>().EnsureTransactionAsync(Ct);
            await scope.ServiceProvider.GetRequiredService<Identity.IdentityContext>().SaveChangesAsync(Ct);
            Assert.NotNull(journal);
        }

        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task I10_nothing_is_there_when_one_row_is_refused()
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        await WorkAsync(scope, "anna").CommitAsync(Ct);

        Assert.False(await WorkAsync(scope, "ANNA").TryCommitAsync(Ct));

        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_a_unit_of_work_that_can_be_used()
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        var journal = WorkAsync(scope, new string('x', Person.MaxKeyLength + 1));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => journal.CommitAsync(Ct));
        Assert.Contains("people.user_name takes at most 320 characters, and 321 came", refusal.Message, StringComparison.Ordinal);

        await WorkAsync(scope, "anna").CommitAsync(Ct);
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task The_device_plane_has_a_unit_of_work_of_its_own()
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ISiteStore>()
            .Add(new Site { Id = SiteId.New(), TenantId = Mine, Slug = "north", Name = "North", CreatedAt = Now });
        var devices = scope.ServiceProvider.GetRequiredService<IDevicesJournal>();
        devices.Record(NewEntry("site.create"));

        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
        Assert.Equal(0, await EntriesAsync());

        await devices.CommitAsync(Ct);
        Assert.Equal(1, await EntriesAsync());
        Assert.Single(await AskAsync((ISiteStore sites) => sites.ListAsync(Mine, Ct)));
    }

    [Theory]
    [InlineData("update audit_entries set action = 'x'")]
    [InlineData("delete from audit_entries")]
    [InlineData("update audit_links set number = number + 1000000")]
    [InlineData("delete from audit_links")]
    [InlineData("update audit_checkpoints set key_id = 'x'")]
    [InlineData("delete from audit_checkpoints")]
    public async Task I10_the_audit_log_is_append_only(string sql)
    {
        await using (var scope = Storage.Services.CreateAsyncScope())
        {
            await WorkAsync(scope, "anna").CommitAsync(Ct);
            var seal = scope.ServiceProvider.GetRequiredService<IAuditSeal>();
            await Eventually.TrueAsync(async () => await seal.SealAsync(100, Ct) > 0 || await Storage.CountAsync("select count(*) from audit_links") > 0);
            await seal.AddAsync(new AuditCheckpoint(Mine, 1, new byte[32], Now, "k", new byte[64]), Ct);
        }

        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Storage.ExecuteAsync(sql));

        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    private IIdentityJournal WorkAsync(AsyncServiceScope scope, string userName)
    {
        var person = NewPerson(userName) with { DisplayName = "Anna" };
        scope.ServiceProvider.GetRequiredService<IPersonStore>().Add(person);
        var journal = scope.ServiceProvider.GetRequiredService<IIdentityJournal>();
        journal.Record(NewEntry("person.create"));
        journal.Announce(new Change(Mine, ChangeKinds.Person, person.Id.ToString()));
        return journal;
    }

    private Task<long> EntriesAsync() => CountAsync("audit_entries");

    private async Task<(long People, long Entries, long Changes)> CountAsync() =>
        (await CountAsync("people"), await EntriesAsync(), await CountAsync("changes"));

    private Task<long> CountAsync(string table) =>
        Storage.CountAsync($"select count(*) from {table} where tenant_id = {Storage.Sql(Mine.Value)}");
}
