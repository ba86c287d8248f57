using System.Net;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Dns;

internal sealed class DnsOptionsCheck : IValidateOptions<DnsOptions>
{
    public ValidateOptionsResult Validate(string? name, DnsOptions options)
    {
        var faults = options.Resolvers.Where(resolver => !IPEndPoint.TryParse(resolver, out _))
            .Select(resolver => $"Dns:Resolvers: expected an address such as 192.0.2.53 or [2001:db8::53]:53, got '{resolver}'.")
            .ToList();
        if (options.Timeout < TimeSpan.FromMilliseconds(50) || options.Timeout > TimeSpan.FromSeconds(30))
        {
            faults.Add($"Dns:Timeout: expected 00:00:00.050 to 00:00:30, got {options.Timeout}.");
        }

        if (options.Attempts is < 1 or > 10)
        {
            faults.Add($"Dns:Attempts: expected 1 to 10, got {options.Attempts}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
