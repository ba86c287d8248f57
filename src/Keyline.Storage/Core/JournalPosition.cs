using Keyline.Journal;

namespace Keyline.Storage.Core;

/// <summary>The position of a row of the journal, as a query answers it.</summary>
/// <param name="Transaction">The database's number of the transaction.</param>
/// <param name="Number">The row's own number.</param>
/// <param name="Settled">Whether no open transaction can still come before it.</param>
internal sealed record JournalPosition(long Transaction, long Number, bool Settled)
{
    public ChangePosition Position => new(Transaction, Number);
}
