namespace Keyline.Journal;

/// <summary>Changes in the order of their commits, and the position behind the last of them.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Position">Where to read on.</param>
public sealed record ChangeBatch(IReadOnlyList<Change> Changes, ChangePosition Position);
