namespace Keyline.Storage;

/// <summary>What was cleared away.</summary>
/// <param name="Changes">How many changes.</param>
/// <param name="Sessions">How many sessions.</param>
public sealed record Pruned(int Changes, int Sessions);
