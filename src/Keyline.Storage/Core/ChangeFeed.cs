using Keyline.Journal;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>
/// Reads the change feed for one follower, which lives as long as the node; each read has a context of its own. On
/// PostgreSQL a change is settled when every older transaction has ended. The position never passes one that is not
/// settled, but it is told at once all the same, so that somebody's long transaction keeps no news back; it is told again
/// when it is settled.
/// </summary>
internal sealed class ChangeFeed<TContext>(IDbContextFactory<TContext> contexts, Dialect dialect, FeedSignal signal, TimeProvider time)
    : IChangeFeed
    where TContext : KeylineContext
{
    private const string Table = "changes";

    // Half as long as changes are kept: whoever comes back later may have missed some that are gone.
    private static readonly TimeSpan _longestAbsence = Retention.KeepChanges / 2;

    private HashSet<long> _told = [];
    private Task _next = signal.Next;
    private DateTimeOffset? _lastRead;

    public async Task<ChangePosition> FindEndAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await dialect.FindEndAsync(db, Table, ct);
    }

    public async Task<ChangeBatch> ReadAsync(ChangePosition after, int limit, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now - _lastRead > _longestAbsence)
        {
            throw new InvalidOperationException(
                $"This node last followed the change feed at {_lastRead:u}. What has happened since may be gone from it: start the node anew.");
        }

        _next = signal.Next;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await dialect.ReadAsync(db, Table, after, limit + _told.Count, ct);
        var numbers = rows.Where(row => row.Settled || !_told.Contains(row.Number)).Select(row => row.Number).ToArray();
        var changes = await db.Changes.AsNoTracking().Where(row => numbers.Contains(row.Number)).ToDictionaryAsync(row => row.Number, ct);
        _told = [.. rows.Where(row => !row.Settled).Select(row => row.Number)];
        _lastRead = now;
        return new ChangeBatch(
            [.. numbers.Where(changes.ContainsKey).Select(number => changes[number]).Select(row => new Change(row.TenantId, row.Kind, row.Subject))],
            rows.FindLast(row => row.Settled)?.Position ?? after);
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_next, Task.Delay(atMost, enough.Token));
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }
}
