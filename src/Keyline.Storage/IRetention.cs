namespace Keyline.Storage;

/// <summary>Clears away what nobody needs any more. Any node may do it, at any time.</summary>
public interface IRetention
{
    /// <summary>Removes changes that every node has followed long ago, and sessions that ended long ago.</summary>
    Task<Pruned> PruneAsync(CancellationToken ct);
}
