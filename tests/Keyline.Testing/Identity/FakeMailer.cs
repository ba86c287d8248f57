using Keyline.Identity.Mail;

namespace Keyline.Testing.Identity;

public sealed class FakeMailer : IMailer
{
    public IList<OutgoingMail> Sent { get; } = [];

    /// <summary>What every mail ends in, when it is to fail.</summary>
    public MailFault? Fault { get; set; }

    public Task<Result<MailReceipt, MailFault>> SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        if (Fault is { } fault)
        {
            return Task.FromResult<Result<MailReceipt, MailFault>>(fault);
        }

        Sent.Add(mail);
        return Task.FromResult<Result<MailReceipt, MailFault>>(new MailReceipt("1@test", "250 ok"));
    }
}
