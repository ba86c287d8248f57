using System.Diagnostics;
using System.Globalization;
using Keyline.Server.Outside.Dns;
using Keyline.Testing.Peers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Tests.Outside.Dns;

/// <summary>Knot DNS, authoritative for acme.test.</summary>
public sealed class DnsPeer : IAsyncLifetime
{
    private Peer? _peer;

    internal string Address => $"{Running.Host}:{Running.Port}";

    private Peer Running => _peer ?? throw new InvalidOperationException("It has not been started.");

    public async ValueTask InitializeAsync() => _peer = await Peer.StartAsync("dns");

    public ValueTask DisposeAsync() => Running.DisposeAsync();

    /// <summary>A client of these resolvers.</summary>
    internal static DnsClient Client(params IEnumerable<string> resolvers)
    {
        var options = new DnsOptions { Timeout = TimeSpan.FromSeconds(1), Attempts = 1 };
        foreach (var resolver in resolvers)
        {
            options.Resolvers.Add(resolver);
        }

        return new DnsClient(Options.Create(options), NullLogger<DnsClient>.Instance);
    }

    /// <summary>Adds records, in the words of nsupdate(1).</summary>
    internal async Task UpdateAsync(params IEnumerable<string> commands)
    {
        var start = new ProcessStartInfo("nsupdate") { RedirectStandardInput = true, RedirectStandardError = true };
        using var nsupdate = Process.Start(start) ?? throw new InvalidOperationException("nsupdate did not start.");
        await nsupdate.StandardInput.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"server {Running.Host} {Running.Port}"));
        foreach (var command in commands)
        {
            await nsupdate.StandardInput.WriteLineAsync(command);
        }

        await nsupdate.StandardInput.WriteLineAsync("send");
        nsupdate.StandardInput.Close();
        await nsupdate.WaitForExitAsync();
        Assert.True(nsupdate.ExitCode == 0, await nsupdate.StandardError.ReadToEndAsync());
    }
}
