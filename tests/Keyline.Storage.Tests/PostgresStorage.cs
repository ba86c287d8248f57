using System.Data.Common;
using Keyline.Testing.Peers;
using Npgsql;

namespace Keyline.Storage.Tests;

/// <summary>A PostgreSQL database of its own; where no server can be started, its tests fail.</summary>
public sealed class PostgresStorage : StorageFixture
{
    private PostgresDatabase? _database;

    public override bool IsPostgres => true;

    public override DbConnection NewConnection() => new NpgsqlConnection(Options.Postgres);

    protected override async Task<StorageOptions> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return new StorageOptions { Postgres = _database.ConnectionString };
    }

    protected override ValueTask RemoveAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
