using System.Data.Common;
using System.Globalization;
using Keyline.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests;

/// <summary>One database for one test class, with the tables of this version, and the services on it.</summary>
public abstract class StorageFixture : IAsyncLifetime
{
    private ServiceProvider? _services;

    public ManualTime Time { get; } = new();

    public abstract bool IsPostgres { get; }

    public StorageOptions Options { get; private set; } = new();

    public IServiceProvider Services => _services ?? throw new InvalidOperationException("The fixture has not been initialized.");

    /// <summary>A database without tables.</summary>
    public async Task InitializeEmptyAsync()
    {
        Options = await CreateAsync();
        _services = NewNode();
    }

    public async ValueTask InitializeAsync()
    {
        await InitializeEmptyAsync();
        await Services.GetRequiredService<ISchema>().UpgradeAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await RemoveAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The services of one more node on the same database.</summary>
    public ServiceProvider NewNode(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddKeylineStorage(Options);
        more?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public abstract DbConnection NewConnection();

    /// <summary>Runs SQL past the program, as somebody with the database's password would.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = NewConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async Task<long> CountAsync(string sql) => Convert.ToInt64((await ReadAsync(sql))[0][0], CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<object[]>> ReadAsync(string sql)
    {
        await using var connection = NewConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>An id as SQL text of this database.</summary>
    public string Sql(Guid id) => IsPostgres ? $"'{id:D}'" : $"'{id.ToString("D").ToUpperInvariant()}'";

    protected abstract Task<StorageOptions> CreateAsync();

    protected abstract ValueTask RemoveAsync();
}
