using System.Security.Cryptography;
using Npgsql;

namespace Keyline.Testing.Peers;

/// <summary>
/// A database for one test class, on the PostgreSQL server that the test program starts at its first use and that
/// ends with the program.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private static readonly string _password = RandomNumberGenerator.GetHexString(24);
    private static readonly Lazy<Task<Peer>> _server = new(() => Peer.StartAsync(
        "postgres", new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = _password }));

    private readonly string _name;

    private PostgresDatabase(string name, string connectionString)
    {
        _name = name;
        ConnectionString = connectionString;
    }

    /// <summary>Connects as the owner of everything.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes an empty database.</summary>
    public static async Task<PostgresDatabase> CreateAsync()
    {
        var name = "t" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        await ExecuteAsync($"create database {name}");
        return new PostgresDatabase(name, Connection(await _server.Value, name, pooling: true));
    }

    /// <summary>Drops the database, whoever is still connected.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"drop database if exists {_name} with (force)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection(await _server.Value, "postgres", pooling: false));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Connection(Peer server, string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = server.Host.ToString(),
        Port = server.Port,
        Username = "postgres",
        Password = _password,
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 30,
        IncludeErrorDetail = true,
    }.ConnectionString;
}
