namespace Keyline.Storage.Core;

/// <summary>Wakes whoever follows the change feed on this node. A pulse that nobody waits for is kept for the next who waits.</summary>
internal sealed class FeedSignal
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next pulse; take it before looking, so that no pulse is missed.</summary>
    public Task Next
    {
        get
        {
            lock (_lock)
            {
                return _next.Task;
            }
        }
    }

    public void Pulse()
    {
        TaskCompletionSource waiting;
        lock (_lock)
        {
            waiting = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.TrySetResult();
    }
}
