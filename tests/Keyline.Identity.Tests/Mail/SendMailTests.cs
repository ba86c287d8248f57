using Keyline.Identity.Mail;
using Keyline.Identity.Mail.Outbox;
using Keyline.Secrets;
using Keyline.Testing;
using Keyline.Testing.Identity;

namespace Keyline.Identity.Tests.Mail;

public class SendMailTests
{
    private static readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    private readonly ManualTime _time = new();
    private readonly FakeJournal _journal = new();
    private readonly FakeOutbox _outbox = new();
    private readonly SecretSealer _sealer = new([MasterKey.New()]);

    [Fact]
    public async Task Sends_what_was_committed_and_forgets_it()
    {
        var mailer = new FakeMailer();
        Add();
        await new SendMail(_outbox, mailer, _sealer, _time).RunAsync(_ct);

        var sent = Assert.Single(mailer.Sent);
        Assert.Equal(("ops@acme.example", "Alert", "Look here."), (sent.To, sent.Subject, sent.Text));
        Assert.Empty(_outbox.All);
        await _journal.CommitAsync(_ct);
        Assert.Contains(_journal.Changes, change => change.Kind == ChangeKinds.Mail);
    }

    [Fact]
    public void Keeps_no_text_in_the_clear()
    {
        Add();

        Assert.DoesNotContain("Look here", Assert.Single(_outbox.All).SealedText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_again_later_with_growing_pauses_and_gives_up_after_days()
    {
        var mailer = new FakeMailer { Fault = new MailFault(MailFaultCode.Unreachable, "nobody there") };
        Add();
        var send = new SendMail(_outbox, mailer, _sealer, _time);
        for (var i = 0; i < 200 && _outbox.All[0].GivenUpAt is null; i++)
        {
            await send.RunAsync(_ct);
            _time.Advance(TimeSpan.FromMinutes(30));
        }

        var mail = Assert.Single(_outbox.All);
        Assert.Equal(OutboxMail.MaxTries, mail.Tries);
        Assert.Equal("Unreachable: nobody there", mail.LastFault);
        Assert.InRange(mail.GivenUpAt - mail.CreatedAt ?? default, TimeSpan.FromDays(1), TimeSpan.FromDays(3));
    }

    [Theory]
    [InlineData(MailFaultCode.BadAddress)]
    [InlineData(MailFaultCode.RecipientRefused)]
    public async Task Gives_up_at_once_what_is_hopeless(MailFaultCode code)
    {
        Add();
        await new SendMail(_outbox, new FakeMailer { Fault = new MailFault(code, "no") }, _sealer, _time).RunAsync(_ct);

        Assert.NotNull(Assert.Single(_outbox.All).GivenUpAt);
    }

    private void Add() => new MailWriter(_outbox, _journal, _sealer, _time).Add(
        TenantId.New(), new OutgoingMail { To = "ops@acme.example", Subject = "Alert", Text = "Look here." });
}
