using Keyline.Identity.Mail;
using Keyline.Identity.Settings;
using Microsoft.Extensions.Logging;

namespace Keyline.Identity.Alerts;

/// <summary>Mails a tenant's alert addresses. The audit log has the same; a mail that can't be sent is logged and not repeated.</summary>
public sealed class AlertMail(ISettingsStore settings, IMailer mailer, ILogger<AlertMail> log)
{
    /// <summary>Sends now, to each address.</summary>
    /// <returns>How many mails the server took.</returns>
    public async Task<int> SendAsync(TenantId tenantId, string subject, string text, CancellationToken ct)
    {
        var taken = 0;
        foreach (var address in (await settings.GetAsync(tenantId, ct)).AlertAddresses)
        {
            var sent = await mailer.SendAsync(new OutgoingMail { To = address, Subject = subject, Text = text }, ct);
            if (sent.Ok)
            {
                taken++;
            }
            else
            {
                Log.AlertNotSent(log, sent.Fault.Code, sent.Fault.Detail);
            }
        }

        return taken;
    }
}
