using Keyline.Identity.Changes;
using Keyline.Identity.People;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.People;

public sealed class AddPersonTests
{
    private readonly AdminWorld _world = new();

    private static PersonDraft Ada => new()
    {
        UserName = "ada",
        DisplayName = "Ada Example",
        Email = "ada@acme.example",
        Phone = "+49 30 555 1234",
        Extension = "1234",
    };

    private Actor Actor => Actor.CommandLine(_world.Acme, "tests");

    private AddPerson Add => new(_world.People, _world.Recorder);

    [Fact]
    public async Task Adds_a_person_who_may_sign_in_here()
    {
        var added = await Add.AddAsync(Actor, Ada, CancellationToken.None);

        var person = Assert.Single(_world.People.All);
        Assert.Equal(added.Value, person);
        Assert.Equal(("ada", "1234", true), (person.UserName, person.Extension, person.LocalSignIn));
        Assert.Equal("person.add", Assert.Single(_world.Journal.Entries).Action);
    }

    [Fact]
    public async Task A_user_name_or_an_address_is_one_person_s()
    {
        await Add.AddAsync(Actor, Ada, CancellationToken.None);

        Assert.Equal(PersonFaultCode.NameTaken, await FaultAsync(Ada with { UserName = "ADA", Email = null }));
        Assert.Equal(PersonFaultCode.NameTaken, await FaultAsync(Ada with { UserName = "other" }));
    }

    [Theory]
    [InlineData("", "Ada", null, null)]
    [InlineData("ada", "two\nlines", null, null)]
    [InlineData("ada", "Ada", "nowhere", null)]
    [InlineData("ada", "Ada", null, "1")]
    [InlineData("ada", "Ada", null, "12a4")]
    [InlineData("ada", "Ada", null, "123456789")]
    public async Task Refuses_what_is_not_of_its_form(string userName, string name, string? email, string? extension) => Assert.Equal(
        PersonFaultCode.BadDetails,
        await FaultAsync(new PersonDraft { UserName = userName, DisplayName = name, Email = email, Extension = extension }));

    [Fact]
    public async Task Gives_and_takes_an_extension()
    {
        var person = _world.AddPerson(_world.Acme, "ada");

        Assert.Equal("42", (await Add.SetExtensionAsync(Actor, person.Id, "42", CancellationToken.None)).Value?.Extension);
        Assert.Null((await Add.SetExtensionAsync(Actor, person.Id, null, CancellationToken.None)).Value?.Extension);
        Assert.Equal(PersonFaultCode.BadDetails, (await Add.SetExtensionAsync(Actor, person.Id, "4", CancellationToken.None)).Fault?.Code);
        Assert.Equal(PersonFaultCode.NotFound, (await Add.SetExtensionAsync(Actor, PersonId.New(), "42", CancellationToken.None)).Fault?.Code);
    }

    private async Task<PersonFaultCode?> FaultAsync(PersonDraft draft) => (await Add.AddAsync(Actor, draft, CancellationToken.None)).Fault?.Code;
}
