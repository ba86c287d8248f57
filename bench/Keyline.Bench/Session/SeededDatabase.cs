using System.Globalization;
using Keyline.Secrets;
using Keyline.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Bench.Session;

/// <summary>A database with one tenant and many people, each with one live session.</summary>
internal static class SeededDatabase
{
    public const string Tenant = "bench";

    /// <summary>Makes the database file, and beside it a file with some of the sessions' secrets, spread over all of them.</summary>
    public static async Task MakeAsync(string file, int sessions, int secretsKept)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddKeylineStorage(new StorageOptions { SqliteFile = file });
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<ISchema>().UpgradeAsync(CancellationToken.None);
        }

        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var tenant = Guid.CreateVersion7();
        var kept = new List<string>();
        using var addTenant = Command("insert into tenants (id, slug, name, plan, created_at) values ($id, $slug, 'Bench', 1, $now)");
        Run(addTenant, ("$id", tenant), ("$slug", Tenant), ("$now", now));
        using var addPerson = Command(
            """
            insert into people (id, tenant_id, kind, user_name, display_name, email, state, local_sign_in, created_at, user_name_key, email_key)
            values ($id, $tenant, 0, $name, $display, $email, 0, 0, $now, $name, $email)
            """);
        using var addSession = Command(
            """
            insert into sessions (id, tenant_id, person_id, secret_hash, method, assurance, authenticated_at, created_at, expires_at,
                idle_limit, last_seen_at, ends_at, client, address)
            values ($id, $tenant, $person, $hash, 0, 2, $now, $now, $end, 86400000, $now, $end, 'Chrome on Windows', '192.0.2.7')
            """);
        for (var i = 0; i < sessions; i++)
        {
            var person = Guid.CreateVersion7();
            var name = string.Create(CultureInfo.InvariantCulture, $"person{i}");
            Run(addPerson, ("$id", person), ("$tenant", tenant), ("$name", name), ("$display", $"Person Number {i}"),
                ("$email", name + "@bench.example"), ("$now", now));
            var secret = BearerSecret.New();
            Run(addSession, ("$id", Guid.CreateVersion7()), ("$tenant", tenant), ("$person", person), ("$hash", BearerSecret.Hash(secret)),
                ("$now", now), ("$end", now + 86_400_000));
            if (i % Math.Max(1, sessions / secretsKept) == 0)
            {
                kept.Add(secret.Reveal());
            }
        }

        await transaction.CommitAsync();
        await File.WriteAllLinesAsync(file + ".secrets", kept);

        SqliteCommand Command(string sql) => new(sql, connection, transaction);
    }

    private static void Run(SqliteCommand command, params (string Name, object Value)[] values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
