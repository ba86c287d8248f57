using Keyline.Identity;
using Keyline.Identity.Clock;
using Keyline.Identity.Domains;
using Keyline.Server.Cli.Doctor;
using Keyline.Server.Hosting;
using Keyline.Server.Tests.Human;
using Keyline.Storage;
using Keyline.Tenancy;
using Keyline.Testing.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Keyline.Server.Tests.Doctor;

/// <summary>An installation in order, whose outside is at hand: a test breaks one thing in it and calls the doctor.</summary>
internal sealed class DoctorWorld : IAsyncDisposable
{
    private readonly ServerDatabase _database = new();
    private readonly Dictionary<string, string?> _settings = [];

    public FakeDnsTexts Dns { get; } = new();

    public FakeTimeServers Clock { get; } = new() { Answer = Off(TimeSpan.Zero) };

    public Tenant Acme { get; } = new()
    {
        Id = TenantId.New(),
        Slug = TenantSlug.TryParse("acme", out var slug) ? slug : default,
        Name = "Acme Ltd",
        Plan = Plan.Connect,
        CreatedAt = TimeProvider.System.GetUtcNow(),
    };

    public static ClockOffset Off(TimeSpan offset) => new(offset, TimeSpan.FromMilliseconds(5), TimeProvider.System.GetUtcNow(), []);

    /// <summary>Tables, and one tenant.</summary>
    public async Task<DoctorWorld> PreparedAsync()
    {
        await RunAsync(async services =>
        {
            await services.GetRequiredService<ISchema>().UpgradeAsync(TestContext.Current.CancellationToken);
            services.GetRequiredService<ITenantStore>().Add(Acme);
            await services.GetRequiredService<IIdentityJournal>().CommitAsync(TestContext.Current.CancellationToken);
            return 0;
        });
        return this;
    }

    public void Set(string name, string value) => _settings[name] = value;

    /// <summary>Changes something and commits.</summary>
    public Task CommitAsync(Action<IServiceProvider> change) => RunAsync(async services =>
    {
        change(services);
        await services.GetRequiredService<IIdentityJournal>().CommitAsync(TestContext.Current.CancellationToken);
        return 0;
    });

    /// <summary>What the doctor says.</summary>
    public Task<IReadOnlyList<Finding>> ExamineAsync(Tenant? only = null) => RunAsync(
        services => services.GetRequiredService<Examination>().RunAsync(only, TestContext.Current.CancellationToken));

    /// <summary>What the doctor says about one matter, the worst of it.</summary>
    public async Task<Finding> FindAsync(string about)
    {
        var findings = (await ExamineAsync()).Where(finding => finding.About.Contains(about, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(findings);
        return findings.MaxBy(finding => finding.Level) ?? findings[0];
    }

    public async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var options = configuration.Get<KeylineOptions>() ?? new KeylineOptions();
        options.SqliteFile = _settings.GetValueOrDefault("SqliteFile") ?? _database.File;
        options.MasterKey = _settings.GetValueOrDefault("MasterKey") ?? _database.MasterKey;
        options.PublicOrigin = _settings.GetValueOrDefault("PublicOrigin") ?? _database.Origin;
        var services = new ServiceCollection();
        services.AddLogging();
        KeylineHost.AddServices(services, configuration, options);
        services.AddDoctor();
        services.Replace(ServiceDescriptor.Singleton<IDnsTexts>(Dns));
        services.Replace(ServiceDescriptor.Singleton<ITimeServers>(Clock));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }
}
