using Keyline.Identity;
using Keyline.Identity.People;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class PersonContract(StorageFixture storage) : StorageContract(storage)
{
    [Fact]
    public async Task Reads_a_person_as_it_was_added()
    {
        var person = NewPerson("anna", "anna@acme.test", "+49 30 1234") with
        {
            Extension = "101",
            LocalSignIn = true,
            State = PersonState.Deactivated,
            LastSignInAt = Now.AddMinutes(-3),
        };
        await AddAsync(person);

        Assert.Equal(person, await AskAsync((IPersonStore people) => people.FindAsync(Mine, person.Id, Ct)));
    }

    [Fact]
    public async Task I7_A_sign_in_is_noted_of_active_people_alone_and_changes_nothing_else()
    {
        var active = NewPerson("anna", "anna@acme.test", "+49301234");
        var gone = NewPerson("bob", "bob@acme.test", "+49301235") with { State = PersonState.Deactivated };
        await AddAsync(active);
        await AddAsync(gone);

        Assert.True(await MarkAsync(Mine, active.Id));
        Assert.False(await MarkAsync(Mine, gone.Id));
        Assert.False(await MarkAsync(TenantId.New(), active.Id));
        Assert.Equal(active with { LastSignInAt = Now }, await AskAsync((IPersonStore people) => people.FindAsync(Mine, active.Id, Ct)));
        Assert.Equal(gone, await AskAsync((IPersonStore people) => people.FindAsync(Mine, gone.Id, Ct)));

        async Task<bool> MarkAsync(TenantId tenantId, PersonId id)
        {
            await using var scope = Storage.Services.CreateAsyncScope();
            var marked = await scope.ServiceProvider.GetRequiredService<IPersonStore>().MarkSignedInAsync(tenantId, id, Now, Ct);
            await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
            return marked;
        }
    }

    [Fact]
    public async Task Another_tenant_does_not_see_a_person()
    {
        var person = NewPerson("anna", "anna@acme.test", "+49301234");
        await AddAsync(person);
        var other = TenantId.New();

        Assert.Null(await AskAsync((IPersonStore people) => people.FindAsync(other, person.Id, Ct)));
        Assert.Null(await AskAsync((IPersonStore people) => people.FindByLoginAsync(other, "anna", Ct)));
        Assert.Empty(await AskAsync((IPersonStore people) => people.SearchAsync(other, "anna", null, 10, Ct)));
    }

    [Theory]
    [InlineData("straße.MÜLLER", "  STRAßE.müller ")]
    [InlineData("ﬁona", "FIONA")]
    [InlineData("e\u0301va", "\u00c9VA")]
    [InlineData("ｗｉｄｅ", "wide")]
    public async Task Finds_a_user_name_however_it_is_typed(string userName, string typed)
    {
        var person = NewPerson(userName);
        await AddAsync(person);

        Assert.Equal(person, await LoginAsync(typed));
    }

    [Theory]
    [InlineData("Anna@ACME.test")]
    [InlineData("+49 (30) 1234-56")]
    [InlineData("0049 30 123456")]
    public async Task Finds_a_person_by_address_and_by_number(string typed)
    {
        var person = NewPerson("u1", "anna@acme.test", "+4930123456");
        await AddAsync(person);

        Assert.Equal(person, await LoginAsync(typed));
    }

    [Fact]
    public async Task An_address_or_number_that_two_people_share_finds_nobody()
    {
        await AddAsync(NewPerson("u1", "info@acme.test", "+4930555"));
        await AddAsync(NewPerson("u2", "info@acme.test", "+4930555"));

        Assert.Null(await LoginAsync("info@acme.test"));
        Assert.Null(await LoginAsync("+4930555"));
    }

    [Fact]
    public async Task A_user_name_wins_over_the_addresses_of_any_number_of_others()
    {
        foreach (var number in Enumerable.Range(0, 15))
        {
            await AddAsync(NewPerson($"u{number}", "info@acme.test"));
        }

        var named = NewPerson("info@acme.test");
        await AddAsync(named);

        Assert.Equal(named, await LoginAsync("info@acme.test"));
    }

    [Fact]
    public async Task A_taken_user_name_is_an_answer_and_the_unit_of_work_goes_on()
    {
        await AddAsync(NewPerson("Anna"));
        await using var scope = Storage.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<IPersonStore>();
        var journal = scope.ServiceProvider.GetRequiredService<IIdentityJournal>();

        people.Add(NewPerson("ANNA "));
        Assert.False(await journal.TryCommitAsync(Ct));

        var berta = NewPerson("berta");
        people.Add(berta);
        Assert.True(await journal.TryCommitAsync(Ct));
        Assert.Equal(berta, await people.FindByLoginAsync(Mine, "berta", Ct));
    }

    [Fact]
    public async Task A_renamed_person_is_found_under_the_new_name_only()
    {
        var person = NewPerson("before", "before@acme.test", "+4930111");
        await AddAsync(person);
        var renamed = person with { UserName = "after", Email = null, Phone = null };

        await CommitAsync((IPersonStore people) => people.Update(renamed));

        Assert.Equal(renamed, await LoginAsync("after"));
        Assert.Null(await LoginAsync("before"));
        Assert.Null(await LoginAsync("before@acme.test"));
        Assert.Null(await LoginAsync("+4930111"));
    }

    [Fact]
    public async Task The_last_of_several_changes_in_one_unit_of_work_holds()
    {
        var person = NewPerson("anna");
        await CommitAsync((IPersonStore people) =>
        {
            people.Add(person);
            people.Update(person with { DisplayName = "Anna" });
            people.Update(person with { DisplayName = "Anna B.", UserName = "anna.b" });
        });

        Assert.Equal(person with { DisplayName = "Anna B.", UserName = "anna.b" }, await LoginAsync("anna.b"));
    }

    [Fact]
    public async Task Search_finds_members_by_part_of_anything_in_pages()
    {
        var all = Enumerable.Range(0, 5).Select(number => NewPerson($"s{number}", $"s{number}@acme.test") with { Extension = "77" + number }).ToList();
        foreach (var person in all)
        {
            await AddAsync(person);
        }

        await AddAsync(NewPerson("glass", "glass@acme.test") with { Kind = PersonKind.BreakGlass });
        var first = await AskAsync((IPersonStore people) => people.SearchAsync(Mine, "@ACME", null, 3, Ct));
        var second = await AskAsync((IPersonStore people) => people.SearchAsync(Mine, "@ACME", first[^1].Id, 3, Ct));

        Assert.Equal(all.OrderBy(person => person.Id), first.Concat(second));
        Assert.Equal([all[3]], await AskAsync((IPersonStore people) => people.SearchAsync(Mine, "773", null, 3, Ct)));
        Assert.Equal(5, await AskAsync((IPersonStore people) => people.CountAsync(Mine, PersonKind.Member, Ct)));
        Assert.Single(await AskAsync((IPersonStore people) => people.ListBreakGlassAsync(Mine, Ct)));
    }

    [Fact]
    public async Task Names_that_grow_when_folded_are_kept_and_found()
    {
        // U+FDFA is one character that folds to eighteen.
        var longest = new string('\uFDFA', Person.MaxNameLength);
        var person = NewPerson(longest, longest + "@acme.test") with { DisplayName = longest };
        await AddAsync(person);

        Assert.Equal(person, await LoginAsync(longest));
        Assert.Equal(person, await LoginAsync(longest + "@acme.test"));
        Assert.False(await TryCommitAsync((IPersonStore people) => people.Add(NewPerson(longest))));
        Assert.True(await TryCommitAsync((IPersonStore people) => people.Add(NewPerson(longest + "2") with { DisplayName = "Two" })));
    }

    private Task AddAsync(Person person) => CommitAsync((IPersonStore people) => people.Add(person));

    private Task<Person?> LoginAsync(string login) => AskAsync((IPersonStore people) => people.FindByLoginAsync(Mine, login, Ct));
}
