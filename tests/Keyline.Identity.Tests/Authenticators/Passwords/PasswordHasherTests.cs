using Keyline.Identity.Authenticators.Passwords;
using Keyline.Secrets;
using Keyline.Testing;

namespace Keyline.Identity.Tests.Authenticators.Passwords;

public class PasswordHasherTests
{
    private const int Few = 1_000;

    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private static readonly PasswordLane _lane = new("203.0.113.9/32", Preferred: false);

    private readonly PasswordHasher _hasher = new(new PasswordGate(new ManualTime(), 1), Few);

    [Fact]
    public async Task Accepts_the_right_password_and_no_other()
    {
        var stored = await HashAsync("correct cattle pinned stables");

        Assert.Equal(PasswordVerdict.Right, await VerifyAsync("correct cattle pinned stables", stored));
        Assert.Equal(PasswordVerdict.Wrong, await VerifyAsync("correct cattle pinned stable", stored));
    }

    [Fact]
    public async Task Ships_with_as_many_iterations_as_it_says()
    {
        var stored = await new PasswordHasher(new PasswordGate(TimeProvider.System)).HashAsync(Parse("correct cattle pinned stables"), _lane, _ct);

        Assert.StartsWith("pbkdf2-sha512$210000$", stored, StringComparison.Ordinal);
        Assert.True(PasswordHasher.Iterations >= 210_000);
    }

    [Fact]
    public async Task Asks_for_a_new_hash_when_the_parameters_have_grown()
    {
        var stored = await HashAsync("correct cattle pinned stables");
        var stronger = new PasswordHasher(new PasswordGate(new ManualTime(), 1), 2 * Few);

        Assert.Equal(PasswordVerdict.RightButWeaklyHashed, await stronger.VerifyAsync(Parse("correct cattle pinned stables"), stored, _lane, _ct));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("pbkdf2-sha512$0$AAAAAAAAAAAAAAAAAAAAAA$AAAA")]
    [InlineData("pbkdf2-sha1$1000$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("pbkdf2-sha512$99999999999$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Enumeration_is_fruitless_because_no_password_costs_as_much_as_a_wrong_one(string? stored)
    {
        Assert.Equal(PasswordVerdict.Wrong, await VerifyAsync("correct cattle pinned stables", stored));
        Assert.Equal(1, _hasher.Derivations);
    }

    [Fact]
    public async Task What_can_be_no_password_costs_as_much_as_a_wrong_one()
    {
        var stored = await HashAsync("correct cattle pinned stables");
        var before = _hasher.Derivations;

        Assert.Equal(PasswordVerdict.Wrong, await _hasher.VerifyAsync(null, stored, _lane, _ct));
        Assert.Equal(before + 1, _hasher.Derivations);
    }

    [Fact]
    public async Task A_flood_is_answered_busy_and_costs_no_work()
    {
        var gate = new PasswordGate(new ManualTime(), 1);
        var hasher = new PasswordHasher(gate, Few);
        using var held = await gate.EnterAsync(_lane, _ct);
        var waiting = Enumerable.Range(0, 4).Select(_ => gate.EnterAsync(_lane, _ct)).ToList();

        Assert.Equal(PasswordVerdict.Busy, await hasher.VerifyAsync(Parse("correct cattle pinned stables"), null, _lane, _ct));
        Assert.Null(await hasher.HashAsync(Parse("correct cattle pinned stables"), _lane, _ct));
        Assert.Equal(0, hasher.Derivations);
        Assert.DoesNotContain(waiting, turn => turn.IsCompleted);
    }

    [Fact]
    public async Task One_password_typed_in_two_normal_forms_is_one_password()
    {
        var stored = await HashAsync("Ångström café über");

        Assert.Equal(PasswordVerdict.Right, await VerifyAsync("A\u030Angstro\u0308m cafe\u0301 u\u0308ber", stored));
    }

    [Fact]
    public async Task The_same_password_has_another_hash_each_time() =>
        Assert.NotEqual(await HashAsync("correct cattle pinned stables"), await HashAsync("correct cattle pinned stables"));

    [Theory]
    [InlineData("with\0null")]
    [InlineData("line\nend")]
    [InlineData("")]
    public void Null_bytes_and_other_controls_are_no_password(string text) =>
        Assert.False(Password.TryParse(new SecretText(text), out _));

    [Fact]
    public void Text_that_is_not_well_formed_is_no_password() =>
        Assert.False(Password.TryParse(new SecretText("lone " + (char)0xD800 + " surrogate"), out _));

    [Fact]
    public void An_oversized_password_is_refused_before_work_is_spent_on_it()
    {
        Assert.True(Password.TryParse(new SecretText(new string('x', 256)), out _));
        Assert.False(Password.TryParse(new SecretText(new string('x', 257)), out _));
        Assert.False(Password.TryParse(new SecretText(new string('x', 10_000_000)), out _));
    }

    [Fact]
    public void Characters_outside_the_basic_plane_count_as_one()
    {
        Assert.True(Password.TryParse(new SecretText(string.Concat(Enumerable.Repeat("🐎", 256))), out var horses));
        Assert.Equal(256, horses.Length);
        Assert.Equal("***", horses.ToString());
    }

    private static Password Parse(string text)
    {
        Assert.True(Password.TryParse(new SecretText(text), out var password));
        return password;
    }

    private async Task<string> HashAsync(string text) =>
        await _hasher.HashAsync(Parse(text), _lane, _ct) ?? throw new InvalidOperationException("the gate was closed");

    private Task<PasswordVerdict> VerifyAsync(string text, string? stored) => _hasher.VerifyAsync(Parse(text), stored, _lane, _ct);
}
