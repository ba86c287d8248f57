using Keyline.Testing.Peers;
using Npgsql;

namespace Keyline.Server.Tests.Outside.Peers;

public class PostgresDatabaseTests
{
    [Fact]
    public async Task Two_databases_on_one_server_share_nothing()
    {
        await using var first = await PostgresDatabase.CreateAsync();
        await using var second = await PostgresDatabase.CreateAsync();

        await ExecuteAsync(first, "create table only_here (n int)");

        Assert.NotNull(await ExecuteAsync(first, "select to_regclass('only_here')::text"));
        Assert.Equal(DBNull.Value, await ExecuteAsync(second, "select to_regclass('only_here')::text"));
    }

    private static async Task<object?> ExecuteAsync(PostgresDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
