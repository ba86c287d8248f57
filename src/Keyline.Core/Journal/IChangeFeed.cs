namespace Keyline.Journal;

/// <summary>Port: the ordered record of committed changes, as one follower reads it. Each follower has one of its own.</summary>
public interface IChangeFeed
{
    /// <summary>The position behind the newest change that no open transaction can still precede.</summary>
    Task<ChangePosition> FindEndAsync(CancellationToken ct);

    /// <summary>
    /// The changes behind a position, oldest first. None is left out; one can come twice, when it was committed before an
    /// older transaction ended.
    /// </summary>
    /// <param name="after">The position that has been followed already.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<ChangeBatch> ReadAsync(ChangePosition after, int limit, CancellationToken ct);

    /// <summary>Returns when something may have been committed, or when the time is over.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken ct);
}
