using Microsoft.Extensions.Logging;
using Npgsql;

namespace Keyline.Storage.Core;

/// <summary>Hears of commits on other nodes. While it is deaf, the feed is polled all the same.</summary>
internal sealed class PostgresListener(StorageOptions options, FeedSignal signal, ILogger<PostgresListener> log) : IStorageListener
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (options.UsesPostgres && !ct.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(ct);
            }
            catch (Exception lost) when (lost is NpgsqlException or IOException or TimeoutException)
            {
                Log.ListenerLost(log, lost.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        // A connection of its own, watched, so that a silent death of the link is noticed.
        var settings = new NpgsqlConnectionStringBuilder(options.Postgres) { KeepAlive = 10, Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, _) => signal.Pulse();
        await using (var listen = new NpgsqlCommand($"listen {PostgresDialect.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        signal.Pulse();
        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }
}
