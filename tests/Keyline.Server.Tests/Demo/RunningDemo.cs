using Keyline.Server.Cli.Demo;
using Keyline.Testing.Peers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Keyline.Server.Tests.Demo;

/// <summary>A demo on a free port, in a folder of its own; it can be started again.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keyline-demo-");
    private readonly int _port = Loopback.FreePort();
    private WebApplication? _app;

    /// <summary>What a first start says while it works; a second start says nothing.</summary>
    public IList<string> Said { get; } = [];

    internal string Origin => DemoCommand.OriginOf(_port);

    internal DemoFolder Folder => new(_folder.FullName);

    internal DemoState State => Folder.Read() ?? throw new InvalidOperationException("The first start left no mark.");

    public ValueTask InitializeAsync() => StartAsync();

    /// <summary>Stops, and starts on what the last start left.</summary>
    public async ValueTask StartAsync()
    {
        await StopAsync();
        _app = DemoCommand.Build(Folder, _port);
        await DemoCommand.StartAsync(_app, Folder, _port, Folder.Read(), Said.Add, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async ValueTask StopAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }
}
