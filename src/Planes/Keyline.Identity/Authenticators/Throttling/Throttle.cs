namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>
/// Slows down who guesses, by account and network together, so that guessing does not lock the owner out: the owner's known
/// device and other networks go on. An attempt is counted before the secret is looked at, so attempts made at the same
/// moment, on any node, can't share one admission.
/// </summary>
public sealed class Throttle(IThrottleStore store, TimeProvider time)
{
    /// <summary>How many counters are kept at most; the oldest go first.</summary>
    public const int MaxCounters = 1_000_000;

    private const int Tries = 3;
    private const string NetworkRule = "network";

    // Said to those who lost a race for the last free attempt.
    private static readonly TimeSpan _shortWait = TimeSpan.FromSeconds(1);

    /// <summary>Asks for admission, and counts the attempt.</summary>
    public async Task<Admission> TakeAsync(Attempt attempt, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var account = AccountKeyOf(attempt);
        var pressed = attempt.Device is null && await IsPressedAsync(account, now, ct);
        var gates = GatesOf(attempt, pressed);
        var counters = await store.FindAsync([.. gates.Select(gate => gate.Key)], ct);
        foreach (var (key, rule, name) in gates)
        {
            if (counters.FirstOrDefault(counter => counter.Key == key) is { } counter && BlockedUntil(counter, rule) is var until && until > now)
            {
                return new Admission.Wait(until - now, name);
            }
        }

        // The network's own counter goes first: it bounds how many other counters a network can make.
        foreach (var (key, rule, name) in gates)
        {
            if (await CountAsync(key, rule, attempt.TenantId, ct) is { } wait)
            {
                return new Admission.Wait(wait, name);
            }
        }

        await RaiseAsync(account, attempt.TenantId, ct);
        return new Admission.Admitted(attempt);
    }

    /// <summary>The attempt succeeded: the earlier failures of its own network or device at this account no longer count.</summary>
    public async Task SucceededAsync(Admission.Admitted admitted, CancellationToken ct)
    {
        var attempt = admitted.Attempt;
        foreach (var (key, rule, name) in GatesOf(attempt, pressed: true))
        {
            if (name == NetworkRule)
            {
                // Not forgotten, only taken back: who has one account of their own must not earn guesses at others with it.
                await TakeBackAsync(key, rule, ct);
            }
            else
            {
                await store.RemoveAsync(key, ct);
            }
        }

        // The pressure of an attack stays on the attackers while the owner comes and goes.
        await TakeBackAsync(AccountKeyOf(attempt), ThrottleRule.Account, ct);
    }

    /// <summary>The secret was not looked at after all: the attempt does not count.</summary>
    public async Task WithdrawAsync(Admission.Admitted admitted, CancellationToken ct)
    {
        foreach (var (key, rule, _) in GatesOf(admitted.Attempt, pressed: true))
        {
            await TakeBackAsync(key, rule, ct);
        }

        await TakeBackAsync(AccountKeyOf(admitted.Attempt), ThrottleRule.Account, ct);
    }

    private static List<(ThrottleKey Key, ThrottleRule Rule, string Name)> GatesOf(Attempt attempt, bool pressed)
    {
        if (attempt.Device is { } device)
        {
            return [(Key(attempt, "device", attempt.Account.Value, Convert.ToHexStringLower(device)), ThrottleRule.Device, "device")];
        }

        var network = NetworkKey.Of(attempt.Address);
        List<(ThrottleKey, ThrottleRule, string)> gates =
        [
            (Key(attempt, NetworkRule, network.Narrow), ThrottleRule.Network, NetworkRule),
            (Key(attempt, "narrow", attempt.Account.Value, network.Narrow), ThrottleRule.Narrow, "account and address"),
            (Key(attempt, "wide", attempt.Account.Value, network.Wide), ThrottleRule.Wide, "account and network"),
        ];
        if (pressed)
        {
            gates.Add((PressedKey(attempt), ThrottleRule.Pressed, "account under attack"));
        }

        return gates;
    }

    private static ThrottleKey PressedKey(Attempt attempt) =>
        Key(attempt, "pressed", attempt.Account.Value, NetworkKey.Of(attempt.Address).Narrow);

    private static ThrottleKey AccountKeyOf(Attempt attempt) => Key(attempt, "account", attempt.Account.Value);

    private static ThrottleKey Key(Attempt attempt, string rule, params ReadOnlySpan<string> subject) =>
        ThrottleKey.Of(attempt.TenantId, attempt.Kind, rule, subject);

    private static DateTimeOffset BlockedUntil(ThrottleCounter counter, ThrottleRule rule) =>
        rule.FirstWait == TimeSpan.Zero ? DateTimeOffset.MinValue : counter.BlockedUntil;

    private async Task<bool> IsPressedAsync(ThrottleKey account, DateTimeOffset now, CancellationToken ct) =>
        ThrottleRule.Account.CountNow(await store.FindAsync(account, ct), now) >= ThrottleRule.Account.Free;

    // Null when the attempt was counted; else how long to wait.
    private async Task<TimeSpan?> CountAsync(ThrottleKey key, ThrottleRule rule, TenantId tenant, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            var now = time.GetUtcNow();
            var read = await store.FindAsync(key, ct);
            if (read is not null && read.BlockedUntil > now)
            {
                return read.BlockedUntil - now;
            }

            if (await store.TryReplaceAsync(read, rule.Count(key, tenant, read, now), ct))
            {
                return null;
            }
        }

        return _shortWait;
    }

    // The account's counter is no gate: a lost race loses one count of many, and makes nobody wait.
    private async Task RaiseAsync(ThrottleKey key, TenantId tenant, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            var read = await store.FindAsync(key, ct);
            if (await store.TryReplaceAsync(read, ThrottleRule.Account.Count(key, tenant, read, time.GetUtcNow()), ct))
            {
                return;
            }
        }
    }

    private async Task TakeBackAsync(ThrottleKey key, ThrottleRule rule, CancellationToken ct)
    {
        if (await store.FindAsync(key, ct) is { } read)
        {
            await store.TryReplaceAsync(read, rule.TakeBack(read, time.GetUtcNow()), ct);
        }
    }
}
