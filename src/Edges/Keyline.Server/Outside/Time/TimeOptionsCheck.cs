using Microsoft.Extensions.Options;

namespace Keyline.Server.Outside.Time;

internal sealed class TimeOptionsCheck : IValidateOptions<TimeOptions>
{
    public ValidateOptionsResult Validate(string? name, TimeOptions options)
    {
        var faults = options.Servers.Where(server => !TimeServerName.TryParse(server, out _, out _))
            .Select(server => $"Time:Servers: expected a name or address, with or without a port, got '{server}'.")
            .ToList();
        if (options.Servers.Count > 16)
        {
            faults.Add($"Time:Servers: expected at most 16, got {options.Servers.Count}.");
        }

        if (options.Timeout < TimeSpan.FromMilliseconds(50) || options.Timeout > TimeSpan.FromSeconds(30))
        {
            faults.Add($"Time:Timeout: expected 00:00:00.050 to 00:00:30, got {options.Timeout}.");
        }

        if (options.Spread <= TimeSpan.Zero)
        {
            faults.Add($"Time:Spread: expected more than nothing, got {options.Spread}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
