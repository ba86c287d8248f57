using System.Formats.Asn1;
using Keyline.Identity.Directory;
using Keyline.Secrets;
using Keyline.Server.Outside.Directory;
using Keyline.Server.Tests.Outside.Http;
using Keyline.Testing;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Tests.Outside.Directory;

/// <summary>Servers that are no directory, or one that wants to do harm. Each answer is bytes.</summary>
public class HostileDirectoryTests
{
    private const string Bound = "300c02010161070a010004000400";
    private const string SearchDone = "300c02010265070a010004000400";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("485454502f312e3120343030")]
    [InlineData("30847fffffff")]
    [InlineData("3080")]
    [InlineData("30890000000000000000ff")]
    [InlineData("300c02010961070a010004000400")]
    [InlineData("300c02010165070a010004000400")]
    [InlineData("300c02010161070a010004ff0400")]
    [InlineData("3003020101")]
    public async Task Refuses_what_is_no_answer_to_the_question(string answer) =>
        Assert.Equal(DirectoryFaultCode.BadAnswer, (await AskAsync([answer])).Fault?.Code);

    [Fact]
    public async Task Says_that_the_directory_met_its_limit()
    {
        var timeLimit = SearchDone.Replace("0a0100", "0a0103", StringComparison.Ordinal);

        Assert.Equal(DirectoryFaultCode.LimitExceeded, (await AskAsync([Bound, timeLimit])).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_the_directory_closes_the_connection() =>
        Assert.Equal(DirectoryFaultCode.Unreachable, (await AskAsync([Bound, "300c02010078070a013404000400"])).Fault?.Code);

    [Fact]
    public async Task Does_not_wait_for_a_silent_server() =>
        Assert.Equal(DirectoryFaultCode.Unreachable, (await AskAsync([Bound, ""])).Fault?.Code);

    [Fact]
    public async Task Says_nothing_to_a_server_that_refuses_to_encrypt() => Assert.Equal(
        DirectoryFaultCode.NoEncryption, (await AskAsync(["300c02010178070a010204000400"], DirectorySecurity.StartTls)).Fault?.Code);

    [Fact]
    public async Task Believes_nothing_that_was_said_before_the_encryption() =>
        Assert.False((await AskAsync(["300c02010178070a010004000400" + Bound + SearchDone], DirectorySecurity.StartTls)).Ok);

    [Fact]
    public void Refuses_settings_that_make_no_sense()
    {
        var options = new DirectoryOptions { Timeout = TimeSpan.Zero, MaxConnections = 0, MaxGroups = 0, MaxDepth = 0 };
        options.InsecureAllowNetworks.Add("everywhere");

        Assert.Equal(5, new DirectoryOptionsCheck().Validate(null, options).Failures?.Count());
    }

    [Fact]
    public void Every_kind_of_fault_has_its_test() => Assert.Equal(12, Enum.GetValues<DirectoryFaultCode>().Length);

    [Fact]
    public void Random_changes_to_an_entry_never_do_harm()
    {
        var whole = LdapMessages.Entry();
        Assert.Equal("uid=a", LdapWire.Read(whole).Entry?.Dn);
        var random = new Random(4511);
        for (var i = 0; i < 100_000; i++)
        {
            var changed = whole.ToArray();
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                LdapWire.Read(changed);
            }
            catch (AsnContentException)
            {
                continue;
            }
        }
    }

    /// <summary>Asks a server that gives these answers, one for each request.</summary>
    private static async Task<Result<DirectoryPerson, DirectoryFault>> AskAsync(
        string[] answers, DirectorySecurity security = DirectorySecurity.InsecureNone)
    {
        using var server = new RawServer(async (_, stream) =>
        {
            foreach (var answer in answers)
            {
                await stream.WriteAsync(Convert.FromHexString(answer), Ct);
                if (await stream.ReadAsync(new byte[4096], Ct) == 0)
                {
                    return;
                }
            }

            await stream.CopyToAsync(Stream.Null, Ct);
        });
        var options = new DirectoryOptions { Timeout = TimeSpan.FromMilliseconds(700) };
        options.InsecureAllowNetworks.Add("127.0.0.0/8");
        using var directory = new LdapDirectory(Options.Create(options), new RecordingLogger<LdapDirectory>());
        return await directory.SignInAsync(
            new DirectorySettings
            {
                Host = "127.0.0.1",
                Port = server.Port,
                Security = security,
                InsecureClearTextAllowed = true,
                ServiceDn = "cn=reader",
                ServicePassword = new SecretText("reader-pw"),
                PeopleBase = "dc=acme",
            },
            "user001",
            new SecretText("pw"),
            Ct);
    }
}
