using Keyline.Server.Outside.Tls;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Mail;

internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        if (string.IsNullOrEmpty(options.Host))
        {
            return ValidateOptionsResult.Success;
        }

        var faults = new List<string>();
        if (Uri.CheckHostName(options.Host) == UriHostNameType.Unknown)
        {
            faults.Add($"Mail:Host: expected a host name, got '{options.Host}'.");
        }

        if (options.Port is < 1 or > ushort.MaxValue)
        {
            faults.Add($"Mail:Port: expected 1 to 65535, got {options.Port}.");
        }

        if (!Enum.IsDefined(options.Security))
        {
            faults.Add("Mail:Security: expected StartTls, Tls or InsecureNone.");
        }

        if (MailAddressText.Parse(options.From ?? "") is null)
        {
            faults.Add($"Mail:From: expected an address such as keyline@example.com, got '{options.From}'.");
        }

        if (options.FromName.Any(char.IsControl))
        {
            faults.Add("Mail:FromName: expected one line of text, got control characters.");
        }

        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password))
        {
            faults.Add("Mail:User and Mail:Password: expected both or neither.");
        }

        if (options.Security == MailSecurity.InsecureNone && !string.IsNullOrEmpty(options.User))
        {
            faults.Add("Mail:Security: a password never goes over a connection without encryption; use StartTls or Tls, or no user.");
        }

        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromMinutes(5))
        {
            faults.Add($"Mail:Timeout: expected 00:00:00.100 to 00:05:00, got {options.Timeout}.");
        }

        if (TrustedRoots.Problem(options.CaFile) is { } problem)
        {
            faults.Add($"Mail:CaFile: {problem}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
