using System.Globalization;
using Keyline.Identity;
using Keyline.Identity.Federation;
using Keyline.Identity.Groups;
using Keyline.Identity.Roles;
using Keyline.Identity.Settings;
using Keyline.Journal;
using Keyline.Secrets;
using Keyline.Server.Hosting;
using Keyline.Storage;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Keyline.Testing.Peers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.EndToEnd.Tests.SignIn;

/// <summary>A whole Keyline with tenant <c>acme</c>, at a host name of its own, that may reach the peers on this machine.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keyline-e2e-");
    private readonly WebApplication _app;

    private Installation(int port)
    {
        Origin = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://sso-{port}.keyline.test:{port}"));
        Back = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        Acme = SignInWorld.NewTenant("acme", Plan.Collaborate);
        _app = KeylineHost.Build(null, new Dictionary<string, string?>
        {
            ["SqliteFile"] = Path.Combine(_folder.FullName, "keyline.db"),
            ["MasterKey"] = MasterKey.New().Export().Reveal(),
            ["PublicOrigin"] = Origin.GetLeftPart(UriPartial.Authority),
            ["Listen"] = Back.ToString(),
            ["InsecureAllowHttp"] = "true",
            ["OutgoingHttp:InsecureAllowHttp"] = "true",
            ["OutgoingHttp:InsecureAllowNetworks:0"] = "127.0.0.0/8",
            ["Directory:InsecureAllowNetworks:0"] = "127.0.0.0/8",
        });
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Origin { get; }

    /// <summary>Where servers on this machine find it.</summary>
    public Uri Back { get; }

    public Tenant Acme { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<Installation> StartAsync()
    {
        var installation = new Installation(Loopback.FreePort());
        await installation._app.Services.GetRequiredService<ISchema>().UpgradeAsync(CancellationToken.None);
        await installation._app.StartAsync();
        await installation.CommitAsync(async services =>
        {
            services.GetRequiredService<ITenantStore>().Add(installation.Acme);
            await services.GetRequiredService<ISettingsStore>().SaveAsync(
                new TenantSettings { TenantId = installation.Acme.Id, InsecureAllowPrivateAddresses = true }, CancellationToken.None);
        });
        return installation;
    }

    /// <summary>Adds a connection, and maps its group <c>admins</c> to the role admin and <c>phones</c> to agent.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="groupKey">The IdP's own key of a group with a name; the name itself when left out.</param>
    public async Task<Connection> ConnectAsync(Connection connection, Func<string, string>? groupKey = null)
    {
        await CommitAsync(services =>
        {
            services.GetRequiredService<IConnectionStore>().Add(connection);
            foreach (var (name, role) in new[] { ("admins", BuiltInRoles.Admin), ("phones", BuiltInRoles.Agent) })
            {
                var group = new Group
                {
                    Id = GroupId.New(),
                    TenantId = Acme.Id,
                    ConnectionId = connection.Id,
                    Key = groupKey is null ? name : groupKey(name),
                    Name = name,
                    CreatedAt = DateTimeOffset.UtcNow,
                };
                services.GetRequiredService<IGroupStore>().Add(group);
                services.GetRequiredService<IRoleStore>().Add(new Mapping
                {
                    Id = MappingId.New(),
                    TenantId = Acme.Id,
                    GroupId = group.Id,
                    Role = role,
                    CreatedAt = DateTimeOffset.UtcNow,
                });
            }
        });
        return connection;
    }

    /// <summary>A connection's frame; the protocol's settings come with it.</summary>
    public Connection NewConnection(string slug, ConnectionSettings settings, AttributeMap attributes) =>
        SignInWorld.NewConnection(Acme, slug, settings) with { Attributes = attributes };

    public Task CommitAsync(Action<IServiceProvider> change) => CommitAsync(services =>
    {
        change(services);
        return Task.CompletedTask;
    });

    public async Task CommitAsync(Func<IServiceProvider, Task> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await change(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(CancellationToken.None);
    }

    public async Task<T> AskAsync<TPort, T>(Func<TPort, Task<T>> ask)
        where TPort : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TPort>());
    }

    /// <summary>The newest entries of acme's audit log as text, for a failure's message.</summary>
    public async Task<string> ReadAuditAsync()
    {
        var entries = await AskAsync<IAuditLog, IReadOnlyList<AuditEntry>>(log =>
            log.SearchAsync(new AuditQuery { TenantId = Acme.Id, Limit = 3 }, CancellationToken.None));
        return string.Join('\n', entries.Select(entry =>
            $"{entry.Action} {entry.Outcome}: {string.Join(", ", entry.Facts.Select(fact => $"{fact.Key}={fact.Value}"))}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
