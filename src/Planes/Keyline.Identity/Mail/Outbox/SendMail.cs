using Keyline.Secrets;

namespace Keyline.Identity.Mail.Outbox;

/// <summary>Sends what waits in the outbox, and tries again later what could not be sent.</summary>
public sealed class SendMail(IOutbox outbox, IMailer mailer, SecretSealer sealer, TimeProvider time)
{
    private const int AtOnce = 20;

    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromHours(4);

    /// <summary>Sends what is due.</summary>
    /// <returns>How many mails were tried.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var due = await outbox.TakeDueAsync(time.GetUtcNow(), _lease, AtOnce, ct);
        foreach (var mail in due)
        {
            await SendAsync(mail, ct);
        }

        return due.Count;
    }

    private async Task SendAsync(OutboxMail mail, CancellationToken ct)
    {
        var opened = sealer.Open(mail.SealedText, OutboxMail.Purpose(mail.Id));
        var sent = opened.Ok
            ? await mailer.SendAsync(new OutgoingMail { To = mail.To, Subject = mail.Subject, Text = opened.Value.Reveal() }, ct)
            : new MailFault(MailFaultCode.Refused, opened.Fault.Detail);
        if (sent.Ok)
        {
            await outbox.RemoveAsync(mail.Id, CancellationToken.None);
            return;
        }

        var now = time.GetUtcNow();
        var tries = mail.Tries + 1;
        var hopeless = sent.Fault.Code is MailFaultCode.BadAddress or MailFaultCode.BadSubject or MailFaultCode.TooLong
            or MailFaultCode.RecipientRefused or MailFaultCode.Refused;
        var fault = $"{sent.Fault.Code}: {sent.Fault.Detail}";
        await outbox.UpdateAsync(
            mail with
            {
                Tries = tries,
                LastFault = fault.Length <= OutboxMail.MaxFaultLength ? fault : fault[..OutboxMail.MaxFaultLength],
                NextTryAt = now + PauseAfter(tries),
                GivenUpAt = hopeless || tries >= OutboxMail.MaxTries ? now : null,
            },
            CancellationToken.None);
    }

    private static TimeSpan PauseAfter(int tries)
    {
        var pause = TimeSpan.FromSeconds(15) * Math.Pow(2, Math.Min(tries - 1, 20));
        return pause < _longestPause ? pause : _longestPause;
    }
}
