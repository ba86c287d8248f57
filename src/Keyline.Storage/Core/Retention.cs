using Keyline.Storage.Identity;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Removes old changes and sessions, a few thousand at a time, so that nobody waits for it.</summary>
internal sealed class Retention(IDbContextFactory<IdentityContext> contexts, TimeProvider time) : IRetention
{
    /// <summary>How long changes are kept. A node that was away for half of this refuses to go on (see the change feed).</summary>
    public static readonly TimeSpan KeepChanges = TimeSpan.FromDays(7);

    /// <summary>How long a session is kept after its end.</summary>
    public static readonly TimeSpan KeepSessions = TimeSpan.FromDays(30);

    private const int AtOnce = 5000;

    public async Task<Pruned> PruneAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return new Pruned(
            await RemoveAsync("delete from changes where number in (select number from changes where at < {0} order by number limit {1})",
                now - KeepChanges, ct),
            await RemoveAsync("delete from sessions where id in (select id from sessions where ends_at < {0} order by ends_at limit {1})",
                now - KeepSessions, ct));
    }

    private async Task<int> RemoveAsync(string sql, DateTimeOffset olderThan, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var removed = 0;
        int batch;
        do
        {
            batch = await db.Database.ExecuteSqlRawAsync(sql, [olderThan.ToUnixTimeMilliseconds(), AtOnce], ct);
            removed += batch;
        }
        while (batch == AtOnce);

        return removed;
    }
}
