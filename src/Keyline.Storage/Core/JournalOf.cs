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
        try
        {
            await SaveAsync(ct);
        }
        catch
        {
            await GiveUpAsync();
            throw;
        }

        var announced = _announced.ToArray();
        Forget();
        signal.Pulse();
        foreach (var listener in listeners)
        {
            Array.ForEach(announced, listener.OnChange);
        }
    }

    public async Task<bool> TryCommitAsync(CancellationToken ct)
    {
        try
        {
            await CommitAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            return false;
        }
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        TextLimits.Check(db.ChangeTracker);
        await db.EnsureTransactionAsync(ct);
        while (!await TrySaveAsync(ct))
        {
        }

        if (_announced.Count > 0)
        {
            await dialect.NotifyAsync(db, ct);
        }

        await db.Database.CommitTransactionAsync(CancellationToken.None);
    }

    // A row that was to be removed and is gone already is what was wanted. The save point of the failed attempt is
    // restored by then, so the rest can be tried again.
    private async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException gone)
            when (gone.Entries.Count > 0 && gone.Entries.All(entry => entry.State == EntityState.Deleted))
        {
            foreach (var entry in gone.Entries)
            {
                entry.State = EntityState.Detached;
            }

            return false;
        }
    }

    private async Task GiveUpAsync()
    {
        Forget();
        if (db.Database.CurrentTransaction is { } transaction)
        {
            // Disposing rolls back, also when the connection is broken.
            await transaction.DisposeAsync();
        }
    }

    private void Forget()
    {
        _announced.Clear();
        db.ChangeTracker.Clear();
    }
}
