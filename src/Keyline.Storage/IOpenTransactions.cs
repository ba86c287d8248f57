namespace Keyline.Storage;

/// <summary>What is under way in the database.</summary>
public interface IOpenTransactions
{
    /// <summary>For how long the longest transaction of anybody has been open; null when there is none, or none that could hold others up.</summary>
    Task<TimeSpan?> FindLongestAsync(CancellationToken ct);
}
