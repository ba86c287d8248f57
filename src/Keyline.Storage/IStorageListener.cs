namespace Keyline.Storage;

/// <summary>Listens for commits of other nodes, until it is cancelled.</summary>
public interface IStorageListener
{
    /// <summary>Runs as long as the node; returns at once where the database can't tell.</summary>
    Task RunAsync(CancellationToken ct);
}
