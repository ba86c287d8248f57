using System.Net;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Hosting;

/// <summary>Checks the settings before anything starts, and names everything that is wrong at once.</summary>
internal sealed class KeylineOptionsCheck : IValidateOptions<KeylineOptions>
{
    public ValidateOptionsResult Validate(string? name, KeylineOptions options)
    {
        var faults = new List<string>();
        CheckOrigin(options, faults);
        if (!Uri.TryCreate(options.Listen, UriKind.Absolute, out var listen) || listen.Scheme is not ("http" or "https"))
        {
            faults.Add($"Listen: expected an address such as http://127.0.0.1:8400, got '{options.Listen}'.");
        }

        faults.AddRange(options.TrustedProxies
            .Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
            .Select(proxy => $"TrustedProxies: expected an address or a network such as 10.0.0.0/8, got '{proxy}'."));
        faults.AddRange(options.MetricsNetworks.Where(network => !IPNetwork.TryParse(network, out _))
            .Select(network => $"MetricsNetworks: expected a network such as 10.0.0.0/8, got '{network}'."));
        if (options.FeedLimitSeconds is < 1 or > 300)
        {
            faults.Add($"FeedLimitSeconds: expected 1 to 300, got {options.FeedLimitSeconds}.");
        }

        if (options.AnonymousPerMinute < 1 || options.ApiPerMinute < 1 || options.ExpensivePerMinute < 1)
        {
            faults.Add("AnonymousPerMinute, ApiPerMinute, ExpensivePerMinute: expected at least 1 each.");
        }

        if (MasterKeys.Read(options) is { Ok: false, Fault: { } fault })
        {
            faults.Add(fault);
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckOrigin(KeylineOptions options, List<string> faults)
    {
        if (!Uri.TryCreate(options.PublicOrigin, UriKind.Absolute, out var origin) || origin.Scheme is not ("http" or "https")
            || origin.GetLeftPart(UriPartial.Authority) != options.PublicOrigin)
        {
            faults.Add($"PublicOrigin: expected scheme, host and port only, such as https://sso.example.net, got '{options.PublicOrigin}'.");
        }
        else if (origin.Scheme == "http" && !origin.IsLoopback && !options.InsecureAllowHttp)
        {
            faults.Add($"PublicOrigin: '{options.PublicOrigin}' is not HTTPS. Put a certificate in front, or set InsecureAllowHttp for a test.");
        }
    }
}
