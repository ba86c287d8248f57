using System.Globalization;
using System.Net;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Testing;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Authenticators.Throttling;

public class GuessingAttackTests
{
    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private static readonly TenantId _tenant = TenantId.New();
    private static readonly byte[] _device = [.. Enumerable.Repeat((byte)7, 32)];

    private readonly ManualTime _time = new();
    private readonly FakeThrottleStore _store = new();

    [Fact]
    public async Task Password_guessing_from_one_network_is_slowed_down_to_few_guesses_a_day()
    {
        var guesses = await GuessForAsync(TimeSpan.FromDays(1), "alice", _ => "203.0.113.9");

        Assert.InRange(guesses, 5, 80);
    }

    [Fact]
    public async Task Password_guessing_from_one_network_does_not_lock_the_owner_out_elsewhere()
    {
        await GuessForAsync(TimeSpan.FromHours(2), "alice", _ => "203.0.113.9");

        Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "198.51.100.20"));
    }

    [Fact]
    public async Task Password_guessing_from_the_owners_own_network_does_not_lock_out_the_owners_known_device()
    {
        await GuessForAsync(TimeSpan.FromHours(2), "alice", _ => "203.0.113.9");

        Assert.IsType<Admission.Wait>(await TakeAsync("alice", "203.0.113.9"));
        Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "203.0.113.9", _device));
    }

    [Fact]
    public async Task Password_guessing_from_many_networks_leaves_the_owner_a_way_in_from_a_new_network()
    {
        await GuessForAsync(TimeSpan.FromHours(1), "alice", i => $"10.{i / 250 % 250}.{i % 250}.1", step: TimeSpan.FromSeconds(1));

        Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "198.51.100.20"));
        Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "198.51.100.20", _device));
    }

    [Fact]
    public async Task Under_attack_from_many_networks_each_network_has_one_free_guess_only()
    {
        await GuessForAsync(TimeSpan.FromHours(1), "alice", i => $"10.{i / 250 % 250}.{i % 250}.1", step: TimeSpan.FromSeconds(1));

        Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "198.51.100.20"));
        Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "198.51.100.20"));
        var wait = Assert.IsType<Admission.Wait>(await TakeAsync("alice", "198.51.100.20"));
        Assert.Equal("account under attack", wait.Rule);
    }

    [Fact]
    public async Task One_password_tried_on_many_accounts_from_one_address_is_slowed_down()
    {
        var admitted = 0;
        for (var i = 0; i < 500; i++)
        {
            admitted += await TakeAsync($"person{i}", "203.0.113.9") is Admission.Admitted ? 1 : 0;
        }

        Assert.InRange(admitted, 40, 70);
    }

    [Fact]
    public async Task A_subscriber_with_a_whole_ipv6_network_counts_as_one()
    {
        var guesses = await GuessForAsync(TimeSpan.FromHours(1), "alice", i => $"2001:db8:1:2::{i.ToString("x", CultureInfo.InvariantCulture)}");

        Assert.InRange(guesses, 5, 25);
    }

    [Fact]
    public async Task Attempts_at_the_same_moment_on_two_nodes_share_the_free_guesses()
    {
        Throttle[] nodes = [new(_store, _time), new(_store, _time)];
        var taken = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(
            () => nodes[i % 2].TakeAsync(Attempt("alice", "203.0.113.9", null), _ct), _ct)));

        Assert.InRange(taken.Count(admission => admission is Admission.Admitted), 1, ThrottleRule.Narrow.Free + 1);
    }

    [Theory]
    [InlineData("Alice", "ALICE ")]
    [InlineData("+49 30 1234567", "0049-30-1234567")]
    public async Task Another_spelling_of_the_login_earns_no_more_guesses(string one, string other)
    {
        await GuessForAsync(TimeSpan.FromMinutes(10), one, _ => "203.0.113.9");

        Assert.IsType<Admission.Wait>(await TakeAsync(other, "203.0.113.9"));
    }

    [Fact]
    public async Task An_own_account_earns_no_guesses_at_others()
    {
        var admitted = 0;
        for (var i = 0; i < 500; i++)
        {
            if (await TakeAsync("mallory", "203.0.113.9") is Admission.Admitted own)
            {
                await new Throttle(_store, _time).SucceededAsync(own, _ct);
            }

            admitted += await TakeAsync($"person{i}", "203.0.113.9") is Admission.Admitted ? 1 : 0;
        }

        Assert.InRange(admitted, 40, 70);
    }

    [Fact]
    public async Task Success_forgives_the_owners_typing_errors()
    {
        for (var i = 0; i < 4; i++)
        {
            await TakeAsync("alice", "203.0.113.9");
        }

        var right = Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "203.0.113.9"));
        await new Throttle(_store, _time).SucceededAsync(right, _ct);

        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<Admission.Admitted>(await TakeAsync("alice", "203.0.113.9"));
        }
    }

    [Fact]
    public async Task Another_tenant_is_counted_by_itself()
    {
        await GuessForAsync(TimeSpan.FromMinutes(10), "alice", _ => "203.0.113.9");
        var elsewhere = Attempt("alice", "203.0.113.9", null) with { TenantId = TenantId.New() };

        Assert.IsType<Admission.Admitted>(await new Throttle(_store, _time).TakeAsync(elsewhere, _ct));
    }

    [Fact]
    public async Task Counters_go_away_when_everything_is_forgiven()
    {
        await GuessForAsync(TimeSpan.FromMinutes(10), "alice", _ => "203.0.113.9");
        _time.Advance(TimeSpan.FromDays(30));
        await _store.RemoveExpiredAsync(_time.GetUtcNow(), Throttle.MaxCounters, _ct);

        Assert.Equal(0, _store.Count);
    }

    private static Attempt Attempt(string login, string address, byte[]? device)
    {
        Assert.True(LoginName.TryParse(login, out var name));
        return new Attempt
        {
            TenantId = _tenant,
            Kind = AttemptKind.LocalPassword,
            Account = AccountKey.OfLogin(name),
            Address = IPAddress.Parse(address),
            Device = device,
        };
    }

    private Task<Admission> TakeAsync(string login, string address, byte[]? device = null) =>
        new Throttle(_store, _time).TakeAsync(Attempt(login, address, device), _ct);

    // Guesses as fast as it can; answers how many guesses were looked at.
    private async Task<int> GuessForAsync(TimeSpan time, string login, Func<int, string> address, TimeSpan? step = null)
    {
        var end = _time.GetUtcNow() + time;
        var looked = 0;
        for (var i = 0; _time.GetUtcNow() < end; i++)
        {
            looked += await TakeAsync(login, address(i)) is Admission.Admitted ? 1 : 0;
            _time.Advance(step ?? TimeSpan.FromSeconds(20));
        }

        return looked;
    }
}
