using System.Net;
using Keyline.Server.Outside.Tls;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Http;

internal sealed class OutgoingHttpOptionsCheck : IValidateOptions<OutgoingHttpOptions>
{
    public ValidateOptionsResult Validate(string? name, OutgoingHttpOptions options)
    {
        var faults = options.InsecureAllowNetworks.Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => $"OutgoingHttp:InsecureAllowNetworks: expected a network such as 10.20.0.0/16, got '{network}'.")
            .ToList();
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromMinutes(2))
        {
            faults.Add($"OutgoingHttp:Timeout: expected 00:00:00.100 to 00:02:00, got {options.Timeout}.");
        }

        if (options.MaxBytes is < 1024 or > 64 * 1024 * 1024)
        {
            faults.Add($"OutgoingHttp:MaxBytes: expected 1024 to 67108864, got {options.MaxBytes}.");
        }

        if (TrustedRoots.Problem(options.CaFile) is { } problem)
        {
            faults.Add($"OutgoingHttp:CaFile: {problem}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
