using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Keyline.Identity.Domains;
using Keyline.Server.Hosting;
using Keyline.Storage;

namespace Keyline.Server.Cli.Demo;

/// <summary><c>keyline demo</c>: everything on one machine with nothing else installed, with a sample company in it.</summary>
internal static class DemoCommand
{
    private const int UsualPort = 8400;

    public static Command Make()
    {
        var data = new Option<string>("--data") { Description = "The folder that keeps it between runs.", DefaultValueFactory = _ => DemoFolder.Usual };
        var port = new Option<int?>("--port") { Description = $"The port on this machine; {UsualPort} unless the demo was made for another." };
        var fresh = new Option<bool>("--fresh") { Description = "Begin anew: deletes the demo's own files, and says which." };
        var command = new Command("demo", "Run a sample company on this machine, with nothing else installed.") { data, port, fresh };
        command.SetAction((parsed, ct) => RunAsync(
            new DemoFolder(parsed.GetRequiredValue(data)), parsed.GetValue(port), parsed.GetValue(fresh), ct));
        return command;
    }

    private static async Task<int> RunAsync(DemoFolder folder, int? wantedPort, bool fresh, CancellationToken ct)
    {
        var state = folder.Read();
        if (!fresh && state is not null && wantedPort is { } other && other != state.Port)
        {
            return Output.Refuse(
                $"The demo in {folder.Path} was made for port {state.Port}, and its addresses name it. Start it without --port, "
                + $"or begin anew with --fresh --port {other}, or keep both with --data FOLDER --port {other}.");
        }

        var port = wantedPort ?? (fresh ? null : state?.Port) ?? UsualPort;
        if (!IsFree(port))
        {
            return Output.Refuse(
                $"Port {port} is taken by another program. Stop that one, or choose another port: ./keyline demo --port {port + 10} --data FOLDER");
        }

        if (fresh || state is null)
        {
            Clear(folder, fresh);
            state = null;
        }

        await using var app = Build(folder, port);
        state = await StartAsync(app, folder, port, state, Console.WriteLine, ct);
        DemoWelcome.Print(OriginOf(port), folder, state);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>Starts a demo; the first start makes the sample company.</summary>
    internal static async Task<DemoState> StartAsync(
        WebApplication app, DemoFolder folder, int port, DemoState? state, Action<string> progress, CancellationToken ct)
    {
        await app.Services.GetRequiredService<ISchema>().UpgradeAsync(ct);
        if (state is null)
        {
            state = new DemoState { Port = port, BreakGlassSecret = await new SeedDemo(app.Services, progress).RunAsync(ct) };
            folder.Write(state);
        }

        await app.StartAsync(ct);
        return state;
    }

    internal static string OriginOf(int port) => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");

    /// <summary>The server of a demo, with a master key of its own.</summary>
    internal static WebApplication Build(DemoFolder folder, int port)
    {
        folder.Prepare();
        return KeylineHost.Build(
            null,
            new Dictionary<string, string?>
            {
                [nameof(KeylineOptions.SqliteFile)] = folder.Database,
                [nameof(KeylineOptions.MasterKeyFile)] = folder.MasterKey,
                [nameof(KeylineOptions.Postgres)] = "",
                [nameof(KeylineOptions.MasterKey)] = "",
                [nameof(KeylineOptions.PublicOrigin)] = OriginOf(port),
                [nameof(KeylineOptions.Listen)] = OriginOf(port),
                ["Logging:LogLevel:Default"] = "Warning",
                // There is no mail server, and every alert would say so.
                ["Logging:LogLevel:Keyline.Server.Outside.Mail"] = "Error",
            },
            services => services.AddSingleton<IDnsTexts, DemoDns>());
    }

    private static void Clear(DemoFolder folder, bool asked)
    {
        if (folder.Files() is not { Count: > 0 } files)
        {
            return;
        }

        Console.WriteLine(asked ? "Beginning anew. Deleting:" : "The last first start broke off. Beginning anew; deleting:");
        foreach (var file in files)
        {
            Console.WriteLine("  " + file);
        }

        folder.Delete();
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
