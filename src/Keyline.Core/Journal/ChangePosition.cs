namespace Keyline.Journal;

/// <summary>How far a node has followed the change feed. Ordered by the transaction, then within it.</summary>
/// <param name="Transaction">The database's number of the transaction; 0 where the database has one writer.</param>
/// <param name="Number">The entry's own number.</param>
public readonly record struct ChangePosition(long Transaction, long Number);
