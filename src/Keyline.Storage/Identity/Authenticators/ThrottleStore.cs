using Keyline.Identity.Authenticators.Throttling;
using Keyline.Storage.Core;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Identity.Authenticators;

/// <summary>The counters that slow guessing down, shared by all nodes.</summary>
internal sealed class ThrottleStore(IDbContextFactory<IdentityContext> contexts, Dialect dialect) : IThrottleStore
{
    public async Task<ThrottleCounter?> FindAsync(ThrottleKey key, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        return await FindAsync(own, key, ct);
    }

    public async Task<IReadOnlyList<ThrottleCounter>> FindAsync(IReadOnlyList<ThrottleKey> keys, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        var found = new List<ThrottleCounter>(keys.Count);
        foreach (var key in keys)
        {
            if (await FindAsync(own, key, ct) is { } counter)
            {
                found.Add(counter);
            }
        }

        return found;
    }

    public async Task<bool> TryReplaceAsync(ThrottleCounter? read, ThrottleCounter replacement, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        if (read is not null)
        {
            return await own.Set<ThrottleCounter>()
                .Where(row => row.Key == read.Key && row.Failures == read.Failures && row.CountedAt == read.CountedAt && row.BlockedUntil == read.BlockedUntil)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(row => row.Failures, replacement.Failures)
                        .SetProperty(row => row.CountedAt, replacement.CountedAt)
                        .SetProperty(row => row.BlockedUntil, replacement.BlockedUntil)
                        .SetProperty(row => row.ExpiresAt, replacement.ExpiresAt),
                    ct) == 1;
        }

        own.Add(replacement);
        try
        {
            await own.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException taken) when (dialect.IsTaken(taken))
        {
            return false;
        }
    }

    public async Task RemoveAsync(ThrottleKey key, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        await own.Set<ThrottleCounter>().Where(row => row.Key == key).ExecuteDeleteAsync(ct);
    }

    public async Task<int> RemoveExpiredAsync(DateTimeOffset now, int keepAtMost, CancellationToken ct)
    {
        await using var own = await contexts.CreateDbContextAsync(ct);
        var removed = await own.Set<ThrottleCounter>().Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        var ends = await own.Set<ThrottleCounter>().OrderByDescending(row => row.ExpiresAt).Skip(keepAtMost).Take(1)
            .Select(row => (DateTimeOffset?)row.ExpiresAt).FirstOrDefaultAsync(ct);
        return ends is { } last
            ? removed + await own.Set<ThrottleCounter>().Where(row => row.ExpiresAt <= last).ExecuteDeleteAsync(ct)
            : removed;
    }

    private static Task<ThrottleCounter?> FindAsync(IdentityContext own, ThrottleKey key, CancellationToken ct) =>
        own.Set<ThrottleCounter>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, ct);
}
