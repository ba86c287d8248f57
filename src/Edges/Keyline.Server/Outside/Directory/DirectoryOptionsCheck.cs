using System.Net;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Directory;

internal sealed class DirectoryOptionsCheck : IValidateOptions<DirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
    {
        var faults = options.InsecureAllowNetworks.Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => $"Directory:InsecureAllowNetworks: expected a network such as 10.20.0.0/16, got '{network}'.")
            .ToList();
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromMinutes(2))
        {
            faults.Add($"Directory:Timeout: expected 00:00:00.100 to 00:02:00, got {options.Timeout}.");
        }

        if (options.MaxConnections is < 1 or > 1000)
        {
            faults.Add($"Directory:MaxConnections: expected 1 to 1000, got {options.MaxConnections}.");
        }

        if (options.MaxGroups is < 1 or > 100_000)
        {
            faults.Add($"Directory:MaxGroups: expected 1 to 100000, got {options.MaxGroups}.");
        }

        if (options.MaxDepth is < 1 or > 100)
        {
            faults.Add($"Directory:MaxDepth: expected 1 to 100, got {options.MaxDepth}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
