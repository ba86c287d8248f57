using Keyline.Journal;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Reads the change feed. Each read has a context of its own: the follower lives as long as the node.</summary>
internal sealed class ChangeFeed<TContext>(IDbContextFactory<TContext> contexts, Dialect dialect, FeedSignal signal) : IChangeFeed
    where TContext : KeylineContext
{
    private const string Table = "changes";

    private Task _next = signal.Next;

    public async Task<ChangePosition> FindEndAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await dialect.FindEndAsync(db, Table, ct);
    }

    public async Task<ChangeBatch> ReadAsync(ChangePosition after, int limit, CancellationToken ct)
    {
        _next = signal.Next;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var positions = await dialect.ReadNumbersAsync(db, Table, after, limit, ct);
        if (positions.Count == 0)
        {
            return new ChangeBatch([], after);
        }

        var numbers = positions.Select(position => position.Number).ToArray();
        var rows = await db.Changes.AsNoTracking().Where(row => numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, ct);
        return new ChangeBatch(
            [.. numbers.Where(rows.ContainsKey).Select(number => rows[number]).Select(row => new Change(row.TenantId, row.Kind, row.Subject))],
            positions[^1]);
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        await Task.WhenAny(_next, Task.Delay(atMost, ct));
        ct.ThrowIfCancellationRequested();
    }
}
