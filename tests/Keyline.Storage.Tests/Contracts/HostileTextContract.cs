using Keyline.Identity;
using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.SignIn;
using Keyline.Journal;
using Keyline.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

/// <summary>I12: whatever text arrives from outside, no statement fails because of it.</summary>
public abstract class HostileTextContract(StorageFixture storage) : StorageContract(storage)
{
    public static TheoryData<string> Texts => ["nul", "high", "low", "reversed", "nuls", "emoji", "quotes", "long", "longest"];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task I12_no_text_makes_a_look_up_fail(string kind)
    {
        var text = Of(kind);

        Assert.Null(await AskAsync((IPersonStore people) => people.FindByLoginAsync(Mine, text, Ct)));
        Assert.Empty(await AskAsync((IPersonStore people) => people.SearchAsync(Mine, text, null, 10, Ct)));
        Assert.Null(await AskAsync((IIdentityLinks links) => links.FindAsync(Keyline.Identity.Federation.ConnectionId.New(), text, Ct)));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.FindByKeysAsync(Keyline.Identity.Federation.ConnectionId.New(), [text], Ct)));
        Assert.Empty(await AskAsync((IGroupStore groups) => groups.SearchAsync(Mine, text, null, 10, Ct)));
        Assert.Empty(await AskAsync((ITenantStore tenants) => tenants.SearchAsync(text, null, 10, Ct)));
        Assert.Null(await AskAsync((IAuditLog log) => log.FindByReferenceAsync(Mine, text, Ct)));
        Assert.Empty(await AskAsync((IAuditLog log) => log.SearchAsync(new AuditQuery { TenantId = Mine, Text = text, PartyId = text }, Ct)));
        Assert.True(await AskAsync((ITransactionStore store) => store.SpendOnceAsync(Mine, "jti", text, Now.AddHours(1), Ct)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task I12_no_text_makes_a_person_or_group_fail(string kind)
    {
        var text = Of(kind);
        var person = NewPerson(text[..Math.Min(text.Length, Person.MaxKeyLength)]) with { DisplayName = text[..Math.Min(text.Length, Person.MaxNameLength)] };
        var group = new Group
        {
            Id = GroupId.New(),
            TenantId = Mine,
            ConnectionId = Keyline.Identity.Federation.ConnectionId.New(),
            Key = text[..Math.Min(text.Length, Group.MaxKeyLength)],
            Name = text[..Math.Min(text.Length, Group.MaxKeyLength)],
            CreatedAt = Now,
        };

        await CommitAsync((IPersonStore people) => people.Add(person));
        await CommitAsync((IGroupStore groups) => groups.Add(group));

        Assert.Equal(person.Id, (await AskAsync((IPersonStore people) => people.FindByLoginAsync(Mine, person.UserName, Ct)))!.Id);
        Assert.Equal(group.Id, Assert.Single(await AskAsync((IGroupStore groups) => groups.FindByKeysAsync(group.ConnectionId, [group.Key], Ct))).Id);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task I12_no_text_makes_an_audit_entry_fail_and_its_chain_holds(string kind)
    {
        var text = Of(kind);
        var entry = new AuditEntry
        {
            TenantId = Mine,
            At = Now,
            Action = text,
            Outcome = AuditOutcome.Denied,
            Actor = new AuditParty(text, text, text),
            Target = new AuditParty(text, text, text),
            Reference = text,
            Address = text,
            Facts = Enumerable.Range(0, 100).ToDictionary(number => $"{number}{text}", _ => text)
                .Concat(Enumerable.Range(0, 5).ToDictionary(number => text + number, _ => text)).ToDictionary(),
        };
        await using var scope = Storage.Services.CreateAsyncScope();
        var journal = scope.ServiceProvider.GetRequiredService<IIdentityJournal>();
        journal.Record(entry);
        await journal.CommitAsync(Ct);
        await Eventually.TrueAsync(async () =>
        {
            await Storage.Services.GetRequiredService<IAuditSeal>().SealAsync(100, Ct);
            return await AskAsync((IAuditLog log) => log.CountUnlinkedAsync(Mine, Now.AddDays(1), Ct)) == 0;
        });

        var outcome = await AskAsync((IAuditLog log) => new AuditVerification(log, new TestEvidence()).VerifyAsync(Mine, Now.AddDays(1), Ct));
        Assert.True(outcome.Ok, outcome.Fault?.ToString());
        Assert.Equal(entry.Id, Assert.Single(await AskAsync((IAuditLog log) => log.SearchAsync(new AuditQuery { TenantId = Mine }, Ct))).Id);
    }

    // Half a surrogate pair can't stand in the data of a theory.
    private static string Of(string kind) => kind switch
    {
        "nul" => "a\0b",
        "high" => "a" + (char)0xD83D,
        "low" => (char)0xDE00 + "b",
        "reversed" => new string([(char)0xDE00, (char)0xD83D]),
        "nuls" => new string('\0', 300),
        "emoji" => string.Concat(Enumerable.Repeat("😀", 700)),
        "quotes" => "'; drop table people; --\"\\%_$1 {0} @p0 :x",
        "long" => new string('ß', 5000),
        _ => new string('\uFDFA', 70_000),
    };
}
