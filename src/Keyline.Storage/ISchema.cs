namespace Keyline.Storage;

/// <summary>The database's tables.</summary>
public interface ISchema
{
    /// <summary>Runs the scripts that have not run yet.</summary>
    /// <returns>How many ran.</returns>
    Task<int> UpgradeAsync(CancellationToken ct);

    /// <summary>How many scripts have not run yet.</summary>
    Task<int> CountMissingAsync(CancellationToken ct);
}
