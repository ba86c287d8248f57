using Keyline.Identity;
using Keyline.Server.Hosting;
using Keyline.Storage;
using Keyline.Testing.Peers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Server.Tests.Human;

/// <summary>A whole server on a free port of its own, over a database that may be shared with other nodes.</summary>
internal sealed class ServerNode : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServerDatabase _database;

    private ServerNode(WebApplication app, ServerDatabase database, Uri address)
    {
        _app = app;
        _database = database;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a node. Its public origin is the database's, so that several nodes are one installation.</summary>
    public static Task<ServerNode> StartAsync(ServerDatabase database, CancellationToken ct, params (string Name, string Value)[] settings) =>
        StartAsync(database, _ => { }, settings, ct);

    /// <summary>Starts a node with some of its ports replaced by fakes.</summary>
    public static async Task<ServerNode> StartAsync(
        ServerDatabase database, Action<IServiceCollection> replace, (string Name, string Value)[] settings, CancellationToken ct)
    {
        var port = Loopback.FreePort();
        var flags = new Dictionary<string, string?>
        {
            ["SqliteFile"] = database.File,
            ["MasterKey"] = database.MasterKey,
            ["PublicOrigin"] = database.Origin,
            ["Listen"] = $"http://127.0.0.1:{port}",
        };
        foreach (var (name, value) in settings)
        {
            flags[name] = value;
        }

        var app = KeylineHost.Build(null, flags, replace);
        await app.Services.GetRequiredService<ISchema>().UpgradeAsync(ct);
        await app.StartAsync(ct);
        return new ServerNode(app, database, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>A browser at this node.</summary>
    public TestBrowser Browser() => new(Address, new Uri(_database.Origin));

    public async Task<T> AskAsync<TPort, T>(Func<TPort, Task<T>> ask)
        where TPort : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    /// <summary>Changes something and commits.</summary>
    public async Task CommitAsync(Action<IServiceProvider> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        change(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
