using System.Diagnostics;
using System.Globalization;

namespace Keyline.Bench.Saml;

/// <summary>A program in another language that checks the same message; it prints checks per second of its own processor time.</summary>
internal sealed class Peer(string name, string program, string script, string folder)
{
    public string Name { get; } = name;

    /// <summary>One round; null when the program cannot run here, which it says itself.</summary>
    public double? PerCpuSecond(TimeSpan length)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.Combine(Repository.Root, "bench", "peers", "saml"),
        };
        foreach (var argument in new[] { script, folder, length.TotalSeconds.ToString(CultureInfo.InvariantCulture) })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && double.TryParse(output.Trim(), CultureInfo.InvariantCulture, out var rate) ? rate : null;
    }
}
