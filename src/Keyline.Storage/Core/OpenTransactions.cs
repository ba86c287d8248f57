using Keyline.Storage.Identity;
using Microsoft.EntityFrameworkCore;

namespace Keyline.Storage.Core;

/// <summary>Looks for transactions that hold the change feed up. SQLite has none: one that writes keeps all others out.</summary>
internal sealed class OpenTransactions(IDbContextFactory<IdentityContext> contexts, StorageOptions options) : IOpenTransactions
{
    private const string Longest =
        """
        select extract(epoch from max(clock_timestamp() - xact_start))::float8 as "Value" from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
        """;

    public async Task<TimeSpan?> FindLongestAsync(CancellationToken ct)
    {
        if (!options.UsesPostgres)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Database.SqlQueryRaw<double?>(Longest).SingleAsync(ct) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
