using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Keyline.Bench.Session;

/// <summary>The load generator wrk (Debian package wrk), on a core of its own.</summary>
internal static partial class Wrk
{
    private const string Script =
        """
        local secrets = {}
        for line in io.lines(os.getenv("SECRETS")) do secrets[#secrets + 1] = "keyline-bench=" .. line end
        math.randomseed(os.time())
        request = function()
          return wrk.format("GET", nil, { Cookie = secrets[math.random(#secrets)] })
        end
        """;

    /// <summary>Asks for some seconds, with one of the secrets as cookie each time.</summary>
    /// <returns>How many answers came; an answer that is not 200 is an error.</returns>
    public static async Task<long> RunAsync(string url, string secrets, int seconds)
    {
        var script = Path.Combine(Path.GetTempPath(), $"keyline-wrk-{Environment.ProcessId}.lua");
        await File.WriteAllTextAsync(script, Script);
        var start = new ProcessStartInfo("taskset",
            ["-c", "1", "wrk", "-t1", "-c32", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "-s", script, url])
        {
            RedirectStandardOutput = true,
            Environment = { ["SECRETS"] = secrets },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (text.Contains("Non-2xx", StringComparison.Ordinal) || Requests().Match(text) is not { Success: true } match)
        {
            throw new InvalidOperationException($"{url} did not answer as it should:\n{text}");
        }

        return long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();
}
