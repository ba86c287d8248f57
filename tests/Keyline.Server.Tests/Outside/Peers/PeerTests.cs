using System.Diagnostics;
using Keyline.Testing.Peers;

namespace Keyline.Server.Tests.Outside.Peers;

public class PeerTests
{
    [Fact]
    public async Task Nothing_is_left_of_a_peer_that_was_stopped()
    {
        var peer = await Peer.StartAsync("postgres", new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = "x" });
        var folder = peer.Folder;
        Assert.NotEmpty(ProcessesOf(folder));

        await peer.DisposeAsync();

        Assert.False(System.IO.Directory.Exists(folder));
        Assert.Empty(ProcessesOf(folder));
    }

    [Fact]
    public async Task A_peer_that_cannot_start_says_why()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Peer.StartAsync("no-such-peer"));

        Assert.Contains("no-such-peer", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Processes whose working folder lies in this one.</summary>
    private static List<int> ProcessesOf(string folder) => [.. Process.GetProcesses()
        .Where(process => new DirectoryInfo($"/proc/{process.Id}/cwd").LinkTarget?.StartsWith(folder, StringComparison.Ordinal) == true)
        .Select(process => process.Id)];
}
