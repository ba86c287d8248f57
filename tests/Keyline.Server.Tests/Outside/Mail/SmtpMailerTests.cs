using System.Globalization;
using Keyline.Identity.Mail;
using Keyline.Server.Outside.Mail;
using Keyline.Testing;

namespace Keyline.Server.Tests.Outside.Mail;

/// <summary>Against a real mail server.</summary>
public class SmtpMailerTests(MailPeer server) : IClassFixture<MailPeer>
{
    private static readonly OutgoingMail _mail = new()
    {
        To = "user001@acme.test",
        Subject = "Ihr Notzugang wurde benutzt – bitte prüfen",
        Text = "Guten Tag,\n.\nein Punkt allein; ein = und ein langer Satz, der länger ist als eine Zeile sein darf: schön.\n",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Hands_a_mail_over_encrypted_and_signed_in(MailSecurity security)
    {
        var options = server.Settings(security);
        (options.User, options.Password) = (MailPeer.User, MailPeer.Password);

        var sent = await MailPeer.Mailer(options).SendAsync(_mail, Ct);

        var got = await server.FindAsync(sent.Value);
        Assert.True(got.Encrypted);
        Assert.Equal(MailPeer.User, got.User);
        Assert.Equal("keyline@acme.test", got.From);
        Assert.Equal(["user001@acme.test"], got.To);
    }

    [Fact]
    public async Task The_text_arrives_as_it_was_written()
    {
        var sent = await MailPeer.Mailer(server.Settings()).SendAsync(_mail, Ct);

        var got = MimeText.Read((await server.FindAsync(sent.Value)).Data);
        Assert.Equal(_mail.Text, got.Text.TrimEnd('\n') + "\n");
        Assert.Equal(_mail.Subject, got.Headers["Subject"]);
        Assert.Equal("Keyline für Acme <keyline@acme.test>", got.Headers["From"]);
        Assert.InRange(DateTimeOffset.Parse(got.Headers["Date"], CultureInfo.InvariantCulture), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Equal("auto-generated", got.Headers["Auto-Submitted"]);
        Assert.All(got.Lines, line => Assert.True(line.Length <= 78, line));
    }

    [Theory]
    [InlineData("bounce@acme.test", MailFaultCode.RecipientRefused)]
    [InlineData("busy@acme.test", MailFaultCode.TryLater)]
    public async Task Says_what_the_server_says_of_a_recipient(string to, MailFaultCode code)
    {
        var sent = await MailPeer.Mailer(server.Settings()).SendAsync(_mail with { To = to }, Ct);

        Assert.Equal(code, sent.Fault?.Code);
    }

    [Fact]
    public async Task Says_that_the_sender_is_refused()
    {
        var options = server.Settings();
        options.From = "refused@acme.test";

        Assert.Equal(MailFaultCode.Refused, (await MailPeer.Mailer(options).SendAsync(_mail, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_the_password_is_wrong_and_logs_neither_password_nor_text()
    {
        var log = new RecordingLogger<SmtpMailer>();
        var options = server.Settings();
        (options.User, options.Password) = (MailPeer.User, "wrong-password");

        var sent = await MailPeer.Mailer(options, log).SendAsync(_mail with { Text = "one-time-link" }, Ct);

        Assert.Equal(MailFaultCode.WrongCredentials, sent.Fault?.Code);
        Assert.Contains("WrongCredentials", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-password", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("one-time-link", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Trusts_no_unknown_authority(MailSecurity security)
    {
        var options = server.Settings(security);
        options.CaFile = null;

        Assert.Equal(MailFaultCode.CertificateNotTrusted, (await MailPeer.Mailer(options).SendAsync(_mail, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Trusts_no_certificate_for_another_name()
    {
        var options = server.Settings();
        options.Host = options.Host?.Replace("127.", "::ffff:127.", StringComparison.Ordinal);

        Assert.Equal(MailFaultCode.CertificateNotTrusted, (await MailPeer.Mailer(options).SendAsync(_mail, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Says_nothing_to_a_server_that_does_not_encrypt()
    {
        await using var plain = new MailPeer(new Dictionary<string, string> { ["SMTP_NO_TLS"] = "1" });
        await plain.InitializeAsync();

        Assert.Equal(MailFaultCode.NoEncryption, (await MailPeer.Mailer(plain.Settings()).SendAsync(_mail, Ct)).Fault?.Code);
        Assert.True((await MailPeer.Mailer(plain.Settings(MailSecurity.InsecureNone)).SendAsync(_mail, Ct)).Ok);
    }

    [Fact]
    public async Task Signs_in_the_old_way_where_there_is_no_other()
    {
        await using var old = new MailPeer(new Dictionary<string, string> { ["SMTP_AUTH"] = "LOGIN" });
        await old.InitializeAsync();
        var options = old.Settings();
        (options.User, options.Password) = (MailPeer.User, MailPeer.Password);

        var sent = await MailPeer.Mailer(options).SendAsync(_mail, Ct);

        Assert.Equal(MailPeer.User, (await old.FindAsync(sent.Value)).User);
    }

    [Fact]
    public async Task Says_that_nobody_is_there()
    {
        var options = server.Settings();
        options.Port = Keyline.Testing.Peers.Loopback.FreePort();

        Assert.Equal(MailFaultCode.Unreachable, (await MailPeer.Mailer(options).SendAsync(_mail, Ct)).Fault?.Code);
    }

    [Fact]
    public async Task Says_that_nothing_is_configured() =>
        Assert.Equal(MailFaultCode.NotConfigured, (await MailPeer.Mailer(new MailOptions()).SendAsync(_mail, Ct)).Fault?.Code);

    [Theory]
    [InlineData("user001@acme.test\r\nRCPT TO:<other@acme.test>")]
    [InlineData("user001@acme.test>\nDATA")]
    [InlineData("<user001@acme.test>")]
    [InlineData("user001@acme.test,other@acme.test")]
    [InlineData("user 001@acme.test")]
    [InlineData("\"user001\"@acme.test")]
    [InlineData("user001")]
    [InlineData("@acme.test")]
    [InlineData("user001@")]
    [InlineData("üser@acme.test")]
    [InlineData("user001@acme..test")]
    public async Task Refuses_a_recipient_that_could_be_a_command(string to) => Assert.Equal(
        MailFaultCode.BadAddress, (await MailPeer.Mailer(server.Settings()).SendAsync(_mail with { To = to }, Ct)).Fault?.Code);

    [Theory]
    [InlineData("Hello\r\nBcc: other@acme.test")]
    [InlineData("Hello\nX: y")]
    [InlineData("Hello\0")]
    [InlineData("  ")]
    public async Task Refuses_a_subject_that_could_be_a_header(string subject) => Assert.Equal(
        MailFaultCode.BadSubject, (await MailPeer.Mailer(server.Settings()).SendAsync(_mail with { Subject = subject }, Ct)).Fault?.Code);

    [Fact]
    public async Task Refuses_a_text_without_measure()
    {
        var mail = _mail with { Text = new string('x', MailText.MaxText + 1) };

        Assert.Equal(MailFaultCode.TooLong, (await MailPeer.Mailer(server.Settings()).SendAsync(mail, Ct)).Fault?.Code);
    }
}
