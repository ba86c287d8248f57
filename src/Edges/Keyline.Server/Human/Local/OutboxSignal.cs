using Keyline.Identity;
using Keyline.Journal;

namespace Keyline.Server.Human.Local;

/// <summary>Wakes the sender when the change feed says that a mail was committed.</summary>
internal sealed class OutboxSignal : IChangeListener
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends with the next mail. Taken before the outbox is looked at, so that none is missed in between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void OnChange(Change change)
    {
        if (change.Kind == ChangeKinds.Mail)
        {
            Interlocked.Exchange(ref _next, New()).TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
