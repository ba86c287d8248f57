using Keyline.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>SQLite has one writer at a time: rows are numbered in the order of their commits.</summary>
internal sealed class SqliteDialect : Dialect
{
    private const int Constraint = 19;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    public override Task<List<JournalPosition>> ReadAsync(
        KeylineContext db, string table, ChangePosition after, int limit, CancellationToken ct) =>
        db.Database.SqlQueryRaw<JournalPosition>(Behind(Known(table)), after.Number, limit).ToListAsync(ct);

    public override Task<ChangePosition> FindEndAsync(KeylineContext db, string table, CancellationToken ct) =>
        FirstAsync(db.Database.SqlQueryRaw<JournalPosition>(Newest(Known(table))), ct);

    public override Task NotifyAsync(KeylineContext db, CancellationToken ct) => Task.CompletedTask;

    public override bool IsTaken(DbUpdateException exception) => exception.InnerException is SqliteException
    {
        SqliteErrorCode: Constraint,
        SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken,
    };

    private static string Behind(string table) =>
        $$"""select 0 as "Transaction", number as "Number", 1 as "Settled" from {{table}} where number > {0} order by number limit {1}""";

    private static string Newest(string table) =>
        $"""select 0 as "Transaction", number as "Number", 1 as "Settled" from {table} order by number desc limit 1""";
}
