using Keyline.Identity;
using Keyline.Journal;

namespace Keyline.Storage.Tests.Contracts;

public abstract class AuditSearchContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task An_entry_comes_back_as_it_was_recorded()
    {
        var entry = NewEntry("mapping.create") with
        {
            Outcome = AuditOutcome.StepUp,
            Actor = new AuditParty("person", "p-1", "Änne ☎"),
            Target = new AuditParty("group", "g-1", "Sales"),
            Reference = "R-1",
            Address = "2001:db8::1",
            Facts = new Dictionary<string, string> { ["role"] = "admin", ["new \"value\""] = "a\nb <c> 😀" },
        };
        await RecordAsync(entry);

        Assert.Equivalent(entry, Assert.Single(await SearchAsync(new AuditQuery { TenantId = Mine })), strict: true);
        Assert.Equivalent(entry, await AskAsync((IAuditLog log) => log.FindByReferenceAsync(Mine, "R-1", Ct)), strict: true);
        Assert.Null(await AskAsync((IAuditLog log) => log.FindByReferenceAsync(TenantId.New(), "R-1", Ct)));
        Assert.Empty(await SearchAsync(new AuditQuery { TenantId = TenantId.New() }));
    }

    [Fact]
    public async Task Every_filter_leaves_what_matches_it()
    {
        var anna = NewEntry("sign-in") with { Actor = new AuditParty("person", "anna", "Anna"), At = Now.AddHours(-3) };
        var grant = NewEntry("grant.create") with { Target = new AuditParty("person", "anna", "Anna"), At = Now.AddHours(-2), Outcome = AuditOutcome.Denied };
        var self = NewEntry("password.change") with { Actor = new AuditParty("person", "anna", "Anna"), Target = new AuditParty("person", "anna", "Anna"), At = Now.AddHours(-1) };
        var berta = NewEntry("sign-in") with { Actor = new AuditParty("person", "berta", "Berta"), Facts = new Dictionary<string, string> { ["assertion"] = "_XyZ" } };
        await RecordAsync(anna, grant, self, berta);
        var all = new AuditQuery { TenantId = Mine };

        await FindsAsync(all, anna, grant, self, berta);
        await FindsAsync(all with { Outcome = AuditOutcome.Denied }, grant);
        await FindsAsync(all with { PartyId = "anna" }, anna, grant, self);
        await FindsAsync(all with { PartyId = "anna", Outcome = AuditOutcome.Success }, anna, self);
        await FindsAsync(all with { PartyId = "ann" });
        await FindsAsync(all with { From = Now.AddHours(-2) }, grant, self, berta);
        await FindsAsync(all with { Until = Now.AddHours(-2) }, anna);
        await FindsAsync(all with { Text = "SIGN-IN" }, anna, berta);
        await FindsAsync(all with { Text = "_xyz" }, berta);
        await FindsAsync(all with { Text = "sign-in", PartyId = "anna", From = Now.AddDays(-1), Until = Now.AddDays(1) }, anna);
    }

    [Fact]
    public async Task One_entry_is_found_by_its_id_in_its_own_tenant()
    {
        var entry = NewEntry("mapping.create");
        await RecordAsync(entry);

        Assert.Equivalent(entry, await AskAsync((IAuditLog log) => log.FindAsync(Mine, entry.Id, Ct)), strict: true);
        Assert.Null(await AskAsync((IAuditLog log) => log.FindAsync(TenantId.New(), entry.Id, Ct)));
        Assert.Null(await AskAsync((IAuditLog log) => log.FindAsync(Mine, AuditEntryId.New(), Ct)));
    }

    [Fact]
    public async Task Entries_of_an_action_are_counted_by_outcome_and_time()
    {
        await RecordAsync(
            NewEntry("sign-in") with { At = Now.AddHours(-3) },
            NewEntry("sign-in") with { At = Now.AddHours(-1) },
            NewEntry("sign-in") with { At = Now.AddHours(-1), Outcome = AuditOutcome.Denied },
            NewEntry("session.end") with { At = Now.AddHours(-1) });

        Assert.Equal(2, await CountAsync(AuditOutcome.Success, Now.AddHours(-3)));
        Assert.Equal(1, await CountAsync(AuditOutcome.Success, Now.AddHours(-2)));
        Assert.Equal(1, await CountAsync(AuditOutcome.Denied, Now.AddHours(-3)));

        Task<int> CountAsync(AuditOutcome outcome, DateTimeOffset from) =>
            AskAsync((IAuditLog log) => log.CountAsync(Mine, "sign-in", outcome, from, Now, Ct));
    }

    [Fact]
    public async Task Pages_go_from_the_newest_back()
    {
        var entries = Enumerable.Range(0, 7)
            .Select(number => NewEntry($"a{number}") with { Actor = new AuditParty("person", "p", ""), Target = new AuditParty("person", "p", "") }).ToArray();
        await RecordAsync(entries);

        foreach (var query in new[] { new AuditQuery { TenantId = Mine, Limit = 3 }, new AuditQuery { TenantId = Mine, Limit = 3, PartyId = "p" } })
        {
            var found = new List<AuditEntryId>();
            AuditEntryId? before = null;
            while (await SearchAsync(query with { Before = before }) is { Count: > 0 } page)
            {
                found.AddRange(page.Select(entry => entry.Id));
                before = page[^1].Id;
            }

            Assert.Equal(entries.Select(entry => entry.Id).OrderDescending(), found);
        }
    }

    [Theory]
    [InlineData("100%", "1000")]
    [InlineData("a_b", "axb")]
    [InlineData("a\\b", "ab")]
    [InlineData("\\%", "\\x")]
    [InlineData("it's", "its")]
    [InlineData("[a-z]", "q")]
    public async Task What_is_typed_stands_for_itself(string typed, string near)
    {
        var hit = NewEntry() with { Actor = new AuditParty("person", "1", $"<{typed}>") };
        await RecordAsync(hit, NewEntry() with { Actor = new AuditParty("person", "2", $"<{near}>") });

        await FindsAsync(new AuditQuery { TenantId = Mine, Text = $"<{typed}>" }, hit);
    }

    private Task RecordAsync(params AuditEntry[] entries) =>
        CommitAsync((IIdentityJournal journal) => Array.ForEach(entries, journal.Record));

    private Task<IReadOnlyList<AuditEntry>> SearchAsync(AuditQuery query) => AskAsync((IAuditLog log) => log.SearchAsync(query, Ct));

    private async Task FindsAsync(AuditQuery query, params AuditEntry[] entries) => Assert.Equal(
        entries.Select(entry => entry.Id).OrderDescending(), (await SearchAsync(query)).Select(entry => entry.Id));
}
