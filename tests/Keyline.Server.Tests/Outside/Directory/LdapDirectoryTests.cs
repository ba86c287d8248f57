using Keyline.Identity.Directory;
using Keyline.Secrets;
using Keyline.Testing.Certificates;

namespace Keyline.Server.Tests.Outside.Directory;

/// <summary>Against a real directory.</summary>
public class LdapDirectoryTests(LdapPeer peer) : IClassFixture<LdapPeer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DirectorySecurity.Ldaps)]
    [InlineData(DirectorySecurity.StartTls)]
    public async Task Signs_a_person_in_over_an_encrypted_connection(DirectorySecurity security)
    {
        var person = await SignInAsync(peer.Settings(security), "user002", "pw-user002");

        Assert.Equal("uid=user002,ou=people,dc=acme,dc=test", person.Value?.Dn);
        Assert.True(Guid.TryParse(person.Value?.Subject, out _));
        Assert.Equal(["user002@acme.test"], person.Value?.Attributes["MAIL"]);
    }

    [Theory]
    [InlineData(GroupLookup.MemberOf)]
    [InlineData(GroupLookup.Search)]
    public async Task Finds_the_groups_that_hold_a_group_of_the_person(GroupLookup lookup)
    {
        var person = await SignInAsync(peer.Settings() with { Groups = lookup }, "user001", "pw-user001");

        Assert.Equal(["admins", "all", "nested", "outer", "phones"], person.Value?.Groups.Groups.Select(group => group.Name).Order());
        Assert.True(person.Value?.Groups.Complete);
    }

    [Theory]
    [InlineData(GroupLookup.MemberOf)]
    [InlineData(GroupLookup.Search)]
    public async Task Groups_that_hold_each_other_end(GroupLookup lookup)
    {
        var person = await SignInAsync(peer.Settings() with { Groups = lookup }, "user003", "pw-user003");

        Assert.Equal(["all", "phones", "ring1", "ring2"], person.Value?.Groups.Groups.Select(group => group.Name).Order());
    }

    [Theory]
    [InlineData(GroupLookup.MemberOf, 2, 100)]
    [InlineData(GroupLookup.Search, 2, 100)]
    [InlineData(GroupLookup.MemberOf, 10, 3)]
    [InlineData(GroupLookup.Search, 10, 3)]
    public async Task Says_that_a_bound_of_depth_or_count_was_met(GroupLookup lookup, int depth, int count)
    {
        using var directory = peer.Directory(options => (options.MaxDepth, options.MaxGroups) = (depth, count));

        var person = await directory.FindAsync(peer.Settings() with { Groups = lookup }, "user001", Ct);

        Assert.False(person.Value?.Groups.Complete);
        Assert.InRange(person.Value?.Groups.Groups.Count ?? 0, 2, 4);
    }

    [Fact]
    public async Task Reads_hundreds_of_groups_page_by_page()
    {
        using var directory = peer.Directory();

        var person = await directory.FindAsync(peer.Settings() with { Groups = GroupLookup.Search }, "user020", Ct);
        var all = await directory.ListGroupsAsync(peer.Settings(), 1000, Ct);
        var some = await directory.ListGroupsAsync(peer.Settings(), 30, Ct);

        Assert.Equal(451, person.Value?.Groups.Groups.Count);
        Assert.Equal((457, true), (all.Value?.Groups.Count, all.Value?.Complete));
        Assert.Equal((30, false), (some.Value?.Groups.Count, some.Value?.Complete));
    }

    [Theory]
    [InlineData("user001", "pw-user002")]
    [InlineData("user001", "")]
    [InlineData("nobody", "pw-user001")]
    [InlineData("nobody", "")]
    [InlineData("", "pw-user001")]
    [InlineData("nopassword", "x")]
    [InlineData("nopassword", "")]
    public async Task A_wrong_name_and_a_wrong_password_are_the_same(string name, string password) =>
        Assert.Equal(DirectoryFaultCode.NotSignedIn, (await SignInAsync(peer.Settings(), name, password)).Fault?.Code);

    [Theory]
    [InlineData("*")]
    [InlineData("user00*")]
    [InlineData("user001)(uid=*")]
    [InlineData("*)(objectClass=*)")]
    [InlineData("user001))(|(uid=*")]
    [InlineData("\\2A")]
    [InlineData("{user}")]
    [InlineData("user001\0")]
    [InlineData("user001,ou=people,dc=acme,dc=test")]
    public async Task A_name_is_never_more_than_a_name(string name) =>
        Assert.Equal(DirectoryFaultCode.NotSignedIn, (await SignInAsync(peer.Settings(), name, "pw-user001")).Fault?.Code);

    [Fact]
    public async Task A_name_full_of_special_characters_is_a_name() =>
        Assert.True((await SignInAsync(peer.Settings(), "odd*()\\", "pw-odd")).Ok);

    [Fact]
    public async Task Several_matches_sign_nobody_in()
    {
        var settings = peer.Settings() with { PersonFilter = "(|(uid={user})(sn=Test))" };

        Assert.Equal(DirectoryFaultCode.NotSignedIn, (await SignInAsync(settings, "user001", "pw-user001")).Fault?.Code);
    }

    [Fact]
    public async Task Says_what_the_directory_is()
    {
        using var directory = peer.Directory();

        var facts = await directory.CheckAsync(peer.Settings(), Ct);

        Assert.Equal(["dc=acme,dc=test"], facts.Value?.NamingContexts);
        Assert.Equal((false, true), (facts.Value?.ActiveDirectory, facts.Value?.Paging));
    }

    [Fact]
    public async Task Refuses_clear_text_unless_the_operator_allows_it()
    {
        var settings = peer.Settings(DirectorySecurity.InsecureNone);

        Assert.Equal(DirectoryFaultCode.ClearTextRefused, (await SignInAsync(settings, "user001", "pw-user001")).Fault?.Code);
        Assert.True((await SignInAsync(settings with { InsecureClearTextAllowed = true }, "user001", "pw-user001")).Ok);
    }

    [Theory]
    [InlineData(DirectorySecurity.Ldaps)]
    [InlineData(DirectorySecurity.StartTls)]
    public async Task Trusts_no_certificate_of_another_authority_and_says_which(DirectorySecurity security)
    {
        using var other = new TestCa();
        var settings = peer.Settings(security) with { TrustedRootsPem = other.Pem };

        var fault = (await SignInAsync(settings, "user001", "pw-user001")).Fault;

        Assert.Equal(DirectoryFaultCode.CertificateNotTrusted, fault?.Code);
        Assert.Contains("CN=Test server", fault?.Detail, StringComparison.Ordinal);
        Assert.Contains("CN=Test CA", fault?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trusts_no_certificate_of_another_host()
    {
        var settings = peer.Settings() with { Host = "::ffff:" + peer.Running.Host };

        var fault = (await SignInAsync(settings, "user001", "pw-user001")).Fault;

        Assert.Equal(DirectoryFaultCode.CertificateNotTrusted, fault?.Code);
        Assert.Contains("it is not for", fault?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_to_no_private_address_that_is_not_allowed()
    {
        using var directory = peer.Directory(options => options.InsecureAllowNetworks.Clear());

        Assert.Equal(DirectoryFaultCode.ForbiddenTarget, (await directory.CheckAsync(peer.Settings(), Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_the_service_account_is_wrong()
    {
        var settings = peer.Settings() with { ServicePassword = new SecretText("wrong-service-pw") };

        Assert.Equal(DirectoryFaultCode.ServicePasswordWrong, (await SignInAsync(settings, "user001", "pw-user001")).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_the_directory_refuses()
    {
        using var directory = peer.Directory();

        Assert.Equal(
            DirectoryFaultCode.Refused,
            (await directory.FindAsync(peer.Settings() with { PeopleBase = "ou=nowhere,dc=acme,dc=test" }, "user001", Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_nobody_is_there()
    {
        var settings = peer.Settings() with { Port = 9 };

        Assert.Equal(DirectoryFaultCode.Unreachable, (await SignInAsync(settings, "user001", "pw-user001")).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_the_subject_is_missing()
    {
        var settings = peer.Settings() with { SubjectAttribute = "objectGUID" };

        Assert.Equal(DirectoryFaultCode.NoSubject, (await SignInAsync(settings, "user001", "pw-user001")).Fault?.Code);
    }

    [Theory]
    [InlineData("(uid=*)")]
    [InlineData("uid={user}")]
    [InlineData("(uid={user}")]
    [InlineData("(uid={name})")]
    public async Task Refuses_a_filter_that_is_none_or_asks_for_nobody(string filter)
    {
        var settings = peer.Settings() with { PersonFilter = filter };

        Assert.Equal(DirectoryFaultCode.BadSettings, (await SignInAsync(settings, "user001", "pw-user001")).Fault?.Code);
    }

    [Fact]
    public async Task Many_sign_ins_at_once_wait_their_turn_and_all_succeed()
    {
        using var directory = peer.Directory(options => options.MaxConnections = 4);
        var password = new SecretText("pw-user005");

        var people = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => directory.SignInAsync(peer.Settings(), "user005", password, Ct)));

        Assert.All(people, person => Assert.True(person.Ok, person.Fault?.Detail));
    }

    [Fact]
    public async Task Logs_no_password()
    {
        await SignInAsync(peer.Settings() with { ServicePassword = new SecretText("service-secret") }, "user001", "person-secret");
        await SignInAsync(peer.Settings(), "user001", "person-secret");

        Assert.Contains("NotSignedIn", peer.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", peer.Log.Text, StringComparison.Ordinal);
    }

    private async Task<Result<DirectoryPerson, DirectoryFault>> SignInAsync(DirectorySettings settings, string name, string password)
    {
        using var directory = peer.Directory();
        return await directory.SignInAsync(settings, name, new SecretText(password), Ct);
    }
}
