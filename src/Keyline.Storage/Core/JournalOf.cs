using Keyline.Journal;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>
/// One unit of work on one half of the storage. What it announces reaches this node's listeners before the commit returns;
/// the other nodes hear of it by the feed.
/// </summary>
internal abstract class JournalOf<TContext>(
    TContext db, Dialect dialect, FeedSignal signal, IEnumerable<IChangeListener> listeners, TimeProvider time) : IJournal
    where TContext : KeylineContext
{
    private readonly List<Change> _announced = [];

    public void Record(AuditEntry entry) => db.AuditEntries.Add(AuditRows.Of(entry));

    public void Announce(Change change)
    {
        _announced.Add(change);
        db.Changes.Add(new ChangeRow { TenantId = change.TenantId, Kind = change.Kind, Subject = change.Subject, At = time.GetUtcNow() });
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await db.EnsureTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (_announced.Count > 0)
        {
            await dialect.NotifyAsync(db, ct);
        }

        await db.Database.CommitTransactionAsync(CancellationToken.None);
        var announced = _announced.ToArray();
        Forget();
        foreach (var listener in listeners)
        {
            Array.ForEach(announced, listener.OnChange);
        }

        signal.Pulse();
    }

    public async Task<bool> TryCommitAsync(CancellationToken ct)
    {
        try
        {
            await CommitAsync(ct);
            return true;
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            await db.Database.RollbackTransactionAsync(CancellationToken.None);
            Forget();
            return false;
        }
    }

    private void Forget()
    {
        _announced.Clear();
        db.ChangeTracker.Clear();
    }
}
