using Keyline.Storage;

namespace Keyline.Server.Hosting;

/// <summary>Keeps the database's own notices of changes coming.</summary>
internal sealed class StorageListening(IStorageListener listener) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => listener.RunAsync(stoppingToken);
}
