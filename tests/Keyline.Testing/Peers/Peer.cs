using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Keyline.Testing.Peers;

/// <summary>
/// Real software on loopback, started by <c>tests/peers/NAME.sh</c>. It stops when disposed, and by itself when this
/// program ends in any way: its script ends with its standard input.
/// </summary>
public sealed class Peer : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    private readonly Process _script;

    private Peer(string name, Process script, IPAddress host, IReadOnlyList<int> ports, string folder)
    {
        Name = name;
        Host = host;
        Ports = ports;
        Folder = folder;
        _script = script;
    }

    /// <summary>The name of its script.</summary>
    public string Name { get; }

    /// <summary>An address that it has for itself.</summary>
    public IPAddress Host { get; }

    /// <summary>Three ports; which is for what says the script.</summary>
    public IReadOnlyList<int> Ports { get; }

    /// <summary>The first port.</summary>
    public int Port => Ports[0];

    /// <summary>Its own folder: configuration and data. It goes when the peer stops.</summary>
    public string Folder { get; }

    /// <summary>What it has logged so far.</summary>
    public string Log => File.Exists(LogPath) ? File.ReadAllText(LogPath) : "";

    private string LogPath => Path.Combine(Folder, "log");

    /// <summary>Starts the peer and waits until it answers.</summary>
    /// <param name="name">The name of a script in tests/peers, without its ending.</param>
    /// <param name="settings">Environment variables that the script knows.</param>
    /// <param name="prepare">Puts files into the peer's folder first.</param>
    /// <param name="host">An address chosen by the caller.</param>
    public static async Task<Peer> StartAsync(
        string name,
        IReadOnlyDictionary<string, string>? settings = null,
        Action<string, IPAddress>? prepare = null,
        IPAddress? host = null)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The peers are Debian packages: run these tests on Linux.");
        }

        host ??= Loopback.NewAddress();
        var ports = Loopback.FreePorts(host, 3);
        var folder = Directory.CreateTempSubdirectory("keyline-peer-").FullName;

        // Databases and name servers run as users of their own and must get in.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        prepare?.Invoke(folder, host);

        var peer = new Peer(name, Start(name, settings, host, ports, folder), host, ports, folder);
        await peer.WaitUntilReadyAsync();
        return peer;
    }

    /// <summary>Stops the peer, and waits until it is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        _script.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await _script.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _script.Kill(entireProcessTree: true);
        }

        _script.Dispose();
        if (Directory.Exists(Folder))
        {
            // The script never came so far.
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static Process Start(
        string name, IReadOnlyDictionary<string, string>? settings, IPAddress host, IReadOnlyList<int> ports, string folder)
    {
        // A session of its own: a signal to this program's process group does not take the script with it,
        // which still has to stop what it started.
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("bash");
        start.ArgumentList.Add(Path.Combine(TestRepository.Root, "tests", "peers", name + ".sh"));
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        start.Environment["PEER_HOST"] = host.ToString();
        start.Environment["PEER_DIR"] = folder;
        start.Environment["PEER_PORT"] = ports[0].ToString(CultureInfo.InvariantCulture);
        start.Environment["PEER_PORT2"] = ports[1].ToString(CultureInfo.InvariantCulture);
        start.Environment["PEER_PORT3"] = ports[2].ToString(CultureInfo.InvariantCulture);
        return Process.Start(start) ?? throw new InvalidOperationException("'setsid' could not be started.");
    }

    private async Task WaitUntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        string? line;
        try
        {
            line = await _script.StandardOutput.ReadLineAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            line = $"nothing in {_patience.TotalSeconds} s";
        }

        if (line == "ready")
        {
            return;
        }

        _script.StandardInput.Close();
        var errors = await _script.StandardError.ReadToEndAsync();
        await DisposeAsync();
        throw new InvalidOperationException($"Peer '{Name}' did not start ({line ?? "it ended"}): {errors}");
    }
}
