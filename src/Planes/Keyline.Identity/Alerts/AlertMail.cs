using Keyline.Identity.Mail;
using Keyline.Identity.Mail.Outbox;
using Keyline.Identity.Settings;

namespace Keyline.Identity.Alerts;

/// <summary>Mails a tenant's alert addresses, from the outbox: together with its cause, retried, and shown when it fails.</summary>
public sealed class AlertMail(ISettingsStore settings, MailWriter mail)
{
    /// <summary>Adds a mail to each address; the caller commits.</summary>
    public async Task AddAsync(TenantId tenantId, string subject, string text, CancellationToken ct)
    {
        foreach (var address in (await settings.GetAsync(tenantId, ct)).AlertAddresses)
        {
            mail.Add(tenantId, new OutgoingMail { To = address, Subject = subject, Text = text });
        }
    }
}
