using Keyline.Journal;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Where the two databases differ: the order of commits, and how one learns of them.</summary>
internal abstract class Dialect
{
    /// <summary>The rows behind a position in the order of their transactions: settled ones first, then others that can be seen.</summary>
    public abstract Task<List<JournalPosition>> ReadAsync(
        KeylineContext db, string table, ChangePosition after, int limit, CancellationToken ct);

    /// <summary>The position behind the newest settled row.</summary>
    public abstract Task<ChangePosition> FindEndAsync(KeylineContext db, string table, CancellationToken ct);

    /// <summary>Tells the other nodes when the transaction commits.</summary>
    public abstract Task NotifyAsync(KeylineContext db, CancellationToken ct);

    /// <summary>Whether an exception says that a unique value is taken.</summary>
    public abstract bool IsTaken(DbUpdateException exception);

    protected static string Known(string table) => table is "changes" or "audit_entries"
        ? table
        : throw new ArgumentOutOfRangeException(nameof(table), table, "not a table of the journal");

    protected static async Task<ChangePosition> FirstAsync(IQueryable<JournalPosition> rows, CancellationToken ct) =>
        await rows.FirstOrDefaultAsync(ct) is { } row ? row.Position : default;
}
