using System.Data.Common;
using System.Globalization;
using Keyline.Storage.Identity;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Brings the database's tables to what this version needs. Each script runs once, in a transaction of its own.</summary>
internal sealed class Schema(IDbContextFactory<IdentityContext> contexts) : ISchema
{
    private const string CreateVersions =
        "create table if not exists schema_versions (number integer not null primary key, name varchar(200) not null)";

    private const string FindVersionsOnPostgres = "select count(*) from pg_class where oid = to_regclass('schema_versions')";
    private const string FindVersionsOnSqlite = "select count(*) from sqlite_master where name = 'schema_versions'";

    public async Task<int> UpgradeAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var postgres = db.Database.IsNpgsql();
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        if (!postgres)
        {
            await RunAsync(connection, null, "pragma journal_mode = wal", ct);
        }

        var ran = 0;
        foreach (var (number, name, sql) in SchemaScripts.Of(postgres ? "postgres" : "sqlite"))
        {
            ran += await RunOnceAsync(connection, postgres, number, name, sql, ct) ? 1 : 0;
        }

        return ran;
    }

    public async Task<int> CountMissingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var postgres = db.Database.IsNpgsql();
        await db.Database.OpenConnectionAsync(ct);
        var known = await RunAsync(db.Database.GetDbConnection(), null, postgres ? FindVersionsOnPostgres : FindVersionsOnSqlite, ct);
        var ran = Convert.ToInt64(known, CultureInfo.InvariantCulture) == 0
            ? []
            : await db.Database.SqlQueryRaw<int>("select number as \"Value\" from schema_versions").ToListAsync(ct);
        return SchemaScripts.Of(postgres ? "postgres" : "sqlite").Count(script => !ran.Contains(script.Number));
    }

    private static async Task<bool> RunOnceAsync(
        DbConnection connection, bool postgres, int number, string name, string sql, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (postgres)
        {
            // Two nodes that start at once: the second waits here, and then sees that the work is done.
            await RunAsync(connection, transaction, "select pg_advisory_xact_lock(5393)", ct);
        }

        await RunAsync(connection, transaction, CreateVersions, ct);
        var done = await RunAsync(connection, transaction,
            string.Create(CultureInfo.InvariantCulture, $"select count(*) from schema_versions where number = {number}"), ct);
        if (Convert.ToInt64(done, CultureInfo.InvariantCulture) > 0)
        {
            return false;
        }

        await RunAsync(connection, transaction, sql, ct);
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into schema_versions (number, name) values (@number, @name)";
        Add("@number", number);
        Add("@name", name);
        await insert.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;

        void Add(string parameterName, object value)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = parameterName;
            parameter.Value = value;
            insert.Parameters.Add(parameter);
        }
    }

    private static async Task<object?> RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }
}
