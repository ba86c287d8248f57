using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Keyline.Storage.Tests;

/// <summary>A SQLite file of its own.</summary>
public sealed class SqliteStorage : StorageFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keyline-storage-");

    public override bool IsPostgres => false;

    public override DbConnection NewConnection() => new SqliteConnection($"Data Source={Options.SqliteFile};Default Timeout=30");

    protected override Task<StorageOptions> CreateAsync() =>
        Task.FromResult(new StorageOptions { SqliteFile = Path.Combine(_folder.FullName, "keyline.db") });

    protected override ValueTask RemoveAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
