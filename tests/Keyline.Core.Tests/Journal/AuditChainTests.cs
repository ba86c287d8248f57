using FsCheck;
using FsCheck.Fluent;
using Keyline.Journal;

namespace Keyline.Core.Tests.Journal;

public class AuditChainTests
{
    private static readonly TenantId _tenant = TenantId.From(Guid.Parse("0196a3b2-0000-7000-8000-000000000001"));

    private static readonly AuditEntry _entry = new()
    {
        Id = AuditEntryId.From(Guid.Parse("0196a3b2-0000-7000-8000-000000000002")),
        TenantId = _tenant,
        At = DateTimeOffset.FromUnixTimeMilliseconds(1_777_885_200_123),
        Action = "sign-in",
        Outcome = AuditOutcome.Success,
        Actor = new AuditParty("person", "1", "Anna"),
        Target = new AuditParty("connection", "2", "Entra"),
        Reference = "R-1",
        Address = "192.0.2.1",
        Facts = new Dictionary<string, string> { ["sid"] = "s-1", ["jti"] = "j-1" },
    };

    // Worked out by hand from the layout: previous hash, then numbers of eight bytes and texts behind their lengths.
    [Fact]
    public void A_link_is_what_it_was_when_the_first_log_was_written() => Assert.Equal(
        "7c5e279e0d7e4364a4da6d006c57e5148f88ebda97e89a22f3c54dabf3d981d3",
        Convert.ToHexStringLower(Hash(_entry).Span));

    [Fact]
    public void Each_tenant_starts_elsewhere() => Assert.False(AuditChain.Start(_tenant).Span.SequenceEqual(AuditChain.Start(TenantId.New()).Span));

    [Fact]
    public void The_order_of_the_facts_does_not_matter() =>
        AssertSame(_entry, _entry with { Facts = new Dictionary<string, string> { ["jti"] = "j-1", ["sid"] = "s-1" } });

    [Fact]
    public void Every_member_counts()
    {
        AuditEntry[] others =
        [
            _entry with { Id = AuditEntryId.New() },
            _entry with { TenantId = TenantId.New() },
            _entry with { At = _entry.At.AddMilliseconds(1) },
            _entry with { Action = "sign-out" },
            _entry with { Outcome = AuditOutcome.Denied },
            _entry with { Actor = _entry.Actor with { Kind = "x" } },
            _entry with { Actor = _entry.Actor with { Id = "x" } },
            _entry with { Actor = _entry.Actor with { Name = "x" } },
            _entry with { Target = _entry.Target with { Kind = "x" } },
            _entry with { Target = _entry.Target with { Id = "x" } },
            _entry with { Target = _entry.Target with { Name = "x" } },
            _entry with { Reference = "x" },
            _entry with { Address = "x" },
            _entry with { Facts = new Dictionary<string, string> { ["sid"] = "s-1" } },
            _entry with { Facts = new Dictionary<string, string> { ["sid"] = "s-1", ["jti"] = "j-2" } },
            _entry with { Facts = new Dictionary<string, string> { ["sid"] = "s-1", ["jtj"] = "j-1" } },
        ];

        Assert.All(others, other => AssertDiffers(_entry, other));
        Assert.Equal(10, typeof(AuditEntry).GetProperties().Length);
    }

    [Fact]
    public void The_number_and_the_link_before_count()
    {
        var start = AuditChain.Start(_tenant);

        Assert.False(AuditChain.Link(start, 1, _entry).Span.SequenceEqual(AuditChain.Link(start, 2, _entry).Span));
        Assert.False(AuditChain.Link(start, 1, _entry).Span.SequenceEqual(AuditChain.Link(new byte[32], 1, _entry).Span));
    }

    [Fact]
    public void Text_that_moves_from_one_member_to_the_next_is_another_entry() => Check.QuickThrowOnFailure(Prop.ForAll<string, int>((given, cut) =>
    {
        var text = "x" + Clean(given);
        var at = Math.Abs(cut % text.Length);
        var whole = Members(text, "");
        var moved = Members(text[..at], text[at..]);
        for (var member = 0; member < whole.Length; member++)
        {
            if (Hash(whole[member]).Span.SequenceEqual(Hash(moved[member]).Span))
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void Facts_that_run_into_each_other_are_other_facts()
    {
        AuditEntry[] entries =
        [
            _entry with { Facts = new Dictionary<string, string> { ["a"] = "b", ["c"] = "d" } },
            _entry with { Facts = new Dictionary<string, string> { ["a"] = "bcd" } },
            _entry with { Facts = new Dictionary<string, string> { ["ab"] = "cd" } },
            _entry with { Facts = new Dictionary<string, string> { ["abcd"] = "" } },
            _entry with { Facts = new Dictionary<string, string> { ["a"] = "b", ["cd"] = "" } },
            _entry with { Facts = new Dictionary<string, string> { ["a"] = "d", ["c"] = "b" } },
            _entry with { Facts = new Dictionary<string, string>() },
            _entry with { Address = "192.0.2.1a", Facts = new Dictionary<string, string>() },
        ];

        Assert.Equal(entries.Length, entries.Select(entry => Convert.ToHexString(Hash(entry).Span)).Distinct().Count());
    }

    // Each pair of neighbours in the order in which they are hashed.
    private static AuditEntry[] Members(string first, string second) =>
    [
        _entry with { Action = first, Actor = _entry.Actor with { Kind = second } },
        _entry with { Actor = new AuditParty(first, second, "") },
        _entry with { Actor = new AuditParty("", first, second) },
        _entry with { Actor = new AuditParty("", "", first), Target = new AuditParty(second, "", "") },
        _entry with { Target = new AuditParty("", first, second) },
        _entry with { Target = new AuditParty("", "", first), Reference = second },
        _entry with { Reference = first, Address = second },
        _entry with { Facts = new Dictionary<string, string> { [first] = second } },
    ];

    // A lone surrogate is stored as U+FFFD before it is hashed, so it is not a text of its own.
    private static string Clean(string? text) => string.Concat((text ?? "").EnumerateRunes());

    private static ReadOnlyMemory<byte> Hash(AuditEntry entry) => AuditChain.Link(AuditChain.Start(_tenant), 1, entry);

    private static void AssertSame(AuditEntry left, AuditEntry right) => Assert.True(Hash(left).Span.SequenceEqual(Hash(right).Span));

    private static void AssertDiffers(AuditEntry left, AuditEntry right) => Assert.False(Hash(left).Span.SequenceEqual(Hash(right).Span));
}
