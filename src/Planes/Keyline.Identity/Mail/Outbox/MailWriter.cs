using Keyline.Journal;
using Keyline.Secrets;

namespace Keyline.Identity.Mail.Outbox;

/// <summary>Puts mail into the outbox, in the unit of work of its cause.</summary>
public sealed class MailWriter(IOutbox outbox, IIdentityJournal journal, SecretSealer sealer, TimeProvider time)
{
    /// <summary>Adds a mail with the next commit.</summary>
    public void Add(TenantId tenantId, OutgoingMail mail)
    {
        var id = OutboxMailId.New();
        var now = time.GetUtcNow();
        outbox.Add(new OutboxMail
        {
            Id = id,
            TenantId = tenantId,
            To = mail.To,
            Subject = mail.Subject,
            SealedText = sealer.Seal(new SecretText(mail.Text), OutboxMail.Purpose(id)),
            CreatedAt = now,
            NextTryAt = now,
        });
        journal.Announce(new Change(tenantId, ChangeKinds.Mail, id.ToString()));
    }
}
