namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>
/// Lets a bounded number of password hashes be computed at the same time; a bounded number more wait for a bounded time. One
/// network can hold only a few places of the queue, and known devices have places of their own and go first, so that a flood
/// does not keep the owner out.
/// </summary>
public sealed class PasswordGate
{
    private const int MostWaiting = 24;
    private const int MostWaitingPerNetwork = 4;
    private const int MostPreferred = 12;

    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private readonly LinkedList<Waiter> _preferred = [];
    private readonly TimeProvider _time;
    private int _free;

    /// <summary>As many at a time as half of the processors, at least one.</summary>
    public PasswordGate(TimeProvider time)
        : this(time, Math.Max(1, Environment.ProcessorCount / 2))
    {
    }

    internal PasswordGate(TimeProvider time, int atOnce)
    {
        _time = time;
        _free = atOnce;
    }

    /// <summary>How many wait now.</summary>
    internal int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count + _preferred.Count;
            }
        }
    }

    /// <summary>Waits for a turn; disposing it gives it to the next. Null: the queue is full, or the wait was too long.</summary>
    internal async Task<IDisposable?> EnterAsync(PasswordLane lane, CancellationToken ct)
    {
        Waiter waiter;
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return new Turn(this);
            }

            if (IsFull(lane))
            {
                return null;
            }

            waiter = new Waiter(lane);
            (lane.Preferred ? _preferred : _waiting).AddLast(waiter);
        }

        try
        {
            await waiter.Called.Task.WaitAsync(_longestWait, _time, ct);
            return new Turn(this);
        }
        catch (TimeoutException)
        {
            return TryLeave(waiter) ? null : new Turn(this);
        }
        catch (OperationCanceledException)
        {
            if (!TryLeave(waiter))
            {
                CallNext();
            }

            throw;
        }
    }

    private bool IsFull(PasswordLane lane)
    {
        var queue = lane.Preferred ? _preferred : _waiting;
        return queue.Count >= (lane.Preferred ? MostPreferred : MostWaiting)
            || queue.Count(waiter => waiter.Lane.Network == lane.Network) >= MostWaitingPerNetwork;
    }

    // False when the turn was given in the meantime.
    private bool TryLeave(Waiter waiter)
    {
        lock (_lock)
        {
            return _waiting.Remove(waiter) || _preferred.Remove(waiter);
        }
    }

    private void CallNext()
    {
        lock (_lock)
        {
            var queue = _preferred.Count > 0 ? _preferred : _waiting;
            if (queue.First is not { } next)
            {
                _free++;
                return;
            }

            queue.RemoveFirst();
            next.Value.Called.SetResult();
        }
    }

    private sealed class Waiter(PasswordLane lane)
    {
        public PasswordLane Lane { get; } = lane;

        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(PasswordGate gate) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                gate.CallNext();
            }
        }
    }
}
