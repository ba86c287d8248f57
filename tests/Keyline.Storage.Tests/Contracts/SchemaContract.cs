using System.Globalization;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>The scripts make what the model says: tables, columns, types, null, lengths, keys and indexes.</summary>
public abstract class SchemaContract<TStorage>(StorageFixture storage) : StorageContract(storage)
    where TStorage : StorageFixture, new()
{
    // The number of the transaction is PostgreSQL's own business; the model does not know it.
    private static readonly string[] _scriptOnly = ["changes.transaction", "audit_entries.transaction"];

    [Fact]
    public async Task The_scripts_make_the_tables_of_the_model()
    {
        var expected = new SortedSet<string>(StringComparer.Ordinal);
        expected.UnionWith(await ColumnsOfAsync<Identity.IdentityContext>());
        expected.UnionWith(await ColumnsOfAsync<Devices.DevicesContext>());
        var made = (await ColumnsAsync(Storage)).Where(column =>
            !column.StartsWith("schema_versions.", StringComparison.Ordinal) && !_scriptOnly.Any(only => column.StartsWith(only + " ", StringComparison.Ordinal)));

        Assert.Equal(expected, made.ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_scripts_make_the_indexes_of_the_model()
    {
        var expected = new HashSet<string>(await IndexesOfAsync<Identity.IdentityContext>(), StringComparer.Ordinal);
        expected.UnionWith(await IndexesOfAsync<Devices.DevicesContext>());
        var made = (await IndexesAsync(Storage)).ToHashSet(StringComparer.Ordinal);
        var more = made.Except(expected).Where(index => !index.Contains("schema_versions", StringComparison.Ordinal)).ToList();

        Assert.Empty(expected.Except(made).Order(StringComparer.Ordinal));

        // Beyond the model: the order of the transactions.
        Assert.Equal(
            Storage.IsPostgres ? ["audit_entries (transaction, number)", "changes (transaction, number)"] : [],
            more.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Scripts_run_once_also_when_nodes_start_at_the_same_time()
    {
        await using var empty = new TStorage();
        await empty.InitializeEmptyAsync();
        var count = SchemaScripts.Of(Storage.IsPostgres ? "postgres" : "sqlite").Count;
        Assert.Equal(count, await empty.Services.GetRequiredService<ISchema>().CountMissingAsync(Ct));

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var node = empty.NewNode();
            return await node.GetRequiredService<ISchema>().UpgradeAsync(Ct);
        })));

        Assert.Equal(count, ran.Sum());
        Assert.Equal(0, await empty.Services.GetRequiredService<ISchema>().CountMissingAsync(Ct));
        Assert.Equal(0, await empty.Services.GetRequiredService<ISchema>().UpgradeAsync(Ct));
    }

    private static async Task<IEnumerable<string>> ColumnsOfAsync<TContext>()
        where TContext : DbContext => await OfModelAsync<TContext>(ColumnsAsync);

    private static async Task<IEnumerable<string>> IndexesOfAsync<TContext>()
        where TContext : DbContext => await OfModelAsync<TContext>(IndexesAsync);

    private static async Task<IEnumerable<string>> OfModelAsync<TContext>(Func<StorageFixture, Task<IEnumerable<string>>> read)
        where TContext : DbContext
    {
        await using var model = new TStorage();
        await model.InitializeEmptyAsync();
        await using var db = await model.Services.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContextAsync(Ct);
        await model.ExecuteAsync(db.Database.GenerateCreateScript());
        return await read(model);
    }

    private static async Task<IEnumerable<string>> ColumnsAsync(StorageFixture database) => (await database.ReadAsync(database.IsPostgres
        ? """
          select table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
              || case is_nullable when 'YES' then '' else ' not null' end
          from information_schema.columns where table_schema = 'public'
          """
        : """
          select t.name || '.' || c.name || ' ' || lower(c.type) || case when c."notnull" then ' not null' else '' end
              || case when c.pk > 0 then ' key ' || c.pk else '' end
          from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%'
          """)).Select(Text);

    private static async Task<IEnumerable<string>> IndexesAsync(StorageFixture database) => (await database.ReadAsync(database.IsPostgres
        ? """
          select case when i.indisprimary then 'key ' when i.indisunique then 'unique ' else '' end || t.relname || ' ('
              || string_agg(a.attname, ', ' order by array_position(i.indkey::int2[], a.attnum)) || ')'
          from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
              join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey)
          where n.nspname = 'public' group by i.indexrelid, t.relname, i.indisprimary, i.indisunique
          """
        : """
          select case when i."unique" then 'unique ' else '' end || t.name || ' ('
              || (select group_concat(name, ', ') from (select c.name from pragma_index_info(i.name) c order by c.seqno)) || ')'
          from sqlite_master t, pragma_index_list(t.name) i where t.type = 'table' and i.origin = 'c'
          """)).Select(Text);

    private static string Text(object[] row) => Convert.ToString(row[0], CultureInfo.InvariantCulture) ?? "";
}
