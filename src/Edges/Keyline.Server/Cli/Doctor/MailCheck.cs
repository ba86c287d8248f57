using Keyline.Server.Outside.Mail;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether the mail server greets. No mail is sent.</summary>
internal sealed class MailCheck(IOptions<MailOptions> options) : IInstallationCheck
{
    private const string About = "mail";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct)
    {
        var server = $"{options.Value.Host}:{options.Value.Port}";
        if (string.IsNullOrEmpty(options.Value.Host))
        {
            return [Finding.Warn(About, "no mail server is configured: nobody is told when a break-glass account is used, and invitations go nowhere",
                "Set Mail:Host and Mail:From.")];
        }

        return await MailGreeting.FindFaultAsync(options.Value, ct) is { } fault
            ? [Finding.Fail(About, $"{server} {fault}", "Check Mail:Host, Mail:Port and Mail:Security, and that this machine may reach it.")]
            : [Finding.Ok(About, $"{server} greets")];
    }
}
