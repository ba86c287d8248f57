using System.Text;
using Keyline.Identity.Mail;
using Keyline.Server.Outside.Mail;
using Keyline.Server.Tests.Outside.Http;

namespace Keyline.Server.Tests.Outside.Mail;

/// <summary>Servers that are no mail server, or one that wants to do harm.</summary>
public class HostileMailServerTests
{
    private static readonly OutgoingMail _mail = new() { To = "user001@acme.test", Subject = "Hello", Text = "Text" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("2x0 hello\r\n")]
    [InlineData("999 hello\r\n")]
    [InlineData("\r\n")]
    public async Task Refuses_what_is_no_reply(string greeting) =>
        Assert.Equal(MailFaultCode.BadAnswer, await AskAsync(MailSecurity.InsecureNone, greeting));

    [Fact]
    public async Task Refuses_a_line_without_end() =>
        Assert.Equal(MailFaultCode.BadAnswer, await AskAsync(MailSecurity.InsecureNone, "220 " + new string('x', 100_000)));

    [Fact]
    public async Task Refuses_a_reply_of_lines_without_end() => Assert.Equal(
        MailFaultCode.BadAnswer, await AskAsync(MailSecurity.InsecureNone, string.Concat(Enumerable.Repeat("220-x\r\n", 1000))));

    [Fact]
    public async Task Believes_nothing_that_was_said_before_the_encryption() => Assert.Equal(
        MailFaultCode.BadAnswer,
        await AskAsync(MailSecurity.StartTls, "220 hi\r\n", "250-me\r\n250 STARTTLS\r\n", "220 go\r\n250 injected\r\n"));

    [Fact]
    public async Task Says_nothing_to_a_server_that_refuses_to_encrypt() => Assert.Equal(
        MailFaultCode.NoEncryption, await AskAsync(MailSecurity.StartTls, "220 hi\r\n", "250-me\r\n250 STARTTLS\r\n", "454 no\r\n"));

    [Fact]
    public async Task Does_not_wait_for_a_silent_server() =>
        Assert.Equal(MailFaultCode.Unreachable, await AskAsync(MailSecurity.InsecureNone, "220 hi\r\n", ""));

    [Fact]
    public async Task A_server_that_is_busy_may_be_asked_later() =>
        Assert.Equal(MailFaultCode.TryLater, await AskAsync(MailSecurity.InsecureNone, "421 too busy\r\n"));

    [Fact]
    public void Refuses_settings_that_make_no_sense()
    {
        var options = new MailOptions
        {
            Host = "not a host",
            Port = 0,
            From = "nobody",
            FromName = "a\r\nb",
            User = "user",
            CaFile = "/nowhere",
            Timeout = TimeSpan.Zero,
        };

        Assert.Equal(7, new MailOptionsCheck().Validate(null, options).Failures?.Count());
    }

    [Fact]
    public void Refuses_to_send_a_password_over_a_connection_without_encryption()
    {
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            From = "keyline@acme.test",
            User = "user",
            Password = "password",
            Security = MailSecurity.InsecureNone,
        };

        Assert.Single(new MailOptionsCheck().Validate(null, options).Failures ?? []);
    }

    [Fact]
    public void Every_kind_of_fault_has_its_test() => Assert.Equal(12, Enum.GetValues<MailFaultCode>().Length);

    /// <summary>Sends to a server that says the first line at once and each other one after a command.</summary>
    private static async Task<MailFaultCode?> AskAsync(MailSecurity security, params string[] replies)
    {
        using var server = new ScriptedServer(async stream =>
        {
            var command = new byte[4096];
            foreach (var reply in replies)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(reply), Ct);
                if (await stream.ReadAsync(command, Ct) == 0)
                {
                    return;
                }
            }

            await stream.CopyToAsync(Stream.Null, Ct);
        });
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Security = security,
            From = "keyline@acme.test",
            Timeout = TimeSpan.FromSeconds(1),
        };
        return (await MailPeer.Mailer(options).SendAsync(_mail, Ct)).Fault?.Code;
    }
}
