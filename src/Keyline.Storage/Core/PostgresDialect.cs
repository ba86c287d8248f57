using Keyline.Journal;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Keyline.Storage.Core;

/// <summary>
/// PostgreSQL hands out numbers before it commits, so that a higher one can be seen first. Rows are therefore read by
/// transaction, and those are settled whose transaction is older than every one that is still open.
/// </summary>
internal sealed class PostgresDialect : Dialect
{
    public const string Channel = "keyline_changes";

    public override Task<List<JournalPosition>> ReadAsync(
        KeylineContext db, string table, ChangePosition after, int limit, CancellationToken ct) =>
        db.Database.SqlQueryRaw<JournalPosition>(Behind(Known(table)), after.Transaction, after.Number, limit).ToListAsync(ct);

    public override Task<ChangePosition> FindEndAsync(KeylineContext db, string table, CancellationToken ct) =>
        FirstAsync(db.Database.SqlQueryRaw<JournalPosition>(Newest(Known(table))), ct);

    public override Task NotifyAsync(KeylineContext db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_notify({Channel}, '')", ct);

    public override bool IsTaken(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static string Behind(string table) =>
        $$"""
        select transaction::text::bigint as "Transaction", number as "Number",
            transaction < pg_snapshot_xmin(pg_current_snapshot()) as "Settled"
        from {{table}} where (transaction, number) > ({0}::text::xid8, {1})
        order by transaction, number limit {2}
        """;

    private static string Newest(string table) =>
        $"""
        select transaction::text::bigint as "Transaction", number as "Number", true as "Settled" from {table}
        where transaction < pg_snapshot_xmin(pg_current_snapshot()) order by transaction desc, number desc limit 1
        """;
}
