using Keyline.Identity;

namespace Keyline.Storage.Tests;

/// <summary>SQLite has one writer at a time: many who write at once wait for each other, briefly.</summary>
public sealed class SqliteContentionTests(SqliteStorage storage) : StorageContract(storage), IClassFixture<SqliteStorage>
{
    [Fact]
    public async Task Many_writers_at_once_all_commit()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var number = 0; number < 20; number++)
            {
                await CommitAsync((IIdentityJournal journal) => journal.Record(NewEntry()));
            }
        })));

        Assert.Equal(320, await Storage.CountAsync($"select count(*) from audit_entries where tenant_id = {Storage.Sql(Mine.Value)}"));
    }
}
