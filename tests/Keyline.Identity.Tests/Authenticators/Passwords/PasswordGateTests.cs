using Keyline.Identity.Authenticators.Passwords;
using Keyline.Testing;

namespace Keyline.Identity.Tests.Authenticators.Passwords;

public class PasswordGateTests
{
    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_flood_from_one_network_leaves_places_for_others()
    {
        var gate = new PasswordGate(_time, 1);
        var first = await gate.EnterAsync(Lane("attacker"), _ct);
        var flood = Enumerable.Range(0, 100).Select(_ => gate.EnterAsync(Lane("attacker"), _ct)).ToList();
        var other = gate.EnterAsync(Lane("office"), _ct);

        Assert.Equal(96, flood.Count(turn => turn.IsCompleted));
        Assert.False(other.IsCompleted);
        var holder = first;
        foreach (var waiting in flood.Where(turn => !turn.IsCompleted).ToList())
        {
            holder!.Dispose(); // Not null: these four have a place in the queue.
            holder = await waiting;
        }

        holder!.Dispose(); // Not null, as above.
        Assert.NotNull(await other);
    }

    [Fact]
    public async Task A_known_device_goes_first_even_when_the_queue_is_full()
    {
        var gate = new PasswordGate(_time, 1);
        var first = await gate.EnterAsync(Lane("n0"), _ct);
        var flood = Enumerable.Range(1, 100).Select(i => gate.EnterAsync(Lane($"n{i}"), _ct)).ToList();
        var owner = gate.EnterAsync(new PasswordLane("home", Preferred: true), _ct);
        first!.Dispose(); // Not null: the gate was open.

        Assert.NotNull(await owner);
        Assert.DoesNotContain(flood, turn => turn.IsCompleted && turn.Result is not null);
    }

    [Fact]
    public async Task Answers_busy_when_the_wait_is_too_long()
    {
        var gate = new PasswordGate(_time, 1);
        using var first = await gate.EnterAsync(Lane("one"), _ct);
        var second = gate.EnterAsync(Lane("two"), _ct);
        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.Null(await second);
        Assert.Equal(0, gate.Waiting);
    }

    [Fact]
    public async Task A_turn_given_to_one_who_left_goes_to_the_next()
    {
        var gate = new PasswordGate(_time, 1);
        var first = await gate.EnterAsync(Lane("one"), _ct);
        using var leaves = new CancellationTokenSource();
        var second = gate.EnterAsync(Lane("two"), leaves.Token);
        var third = gate.EnterAsync(Lane("three"), _ct);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first!.Dispose(); // Not null: the gate was open.

        Assert.NotNull(await third);
    }

    private static PasswordLane Lane(string network) => new(network, Preferred: false);
}
