using Keyline.Identity.Changes;
using Keyline.Tenancy;

namespace Keyline.Server.Cli.Demo;

/// <summary>Runs use cases, each in a scope of its own, as the server and the commands do.</summary>
internal sealed class DemoWork(IServiceProvider services)
{
    /// <summary>Runs one use case.</summary>
    public async Task<T> DoAsync<TUseCase, T>(Func<TUseCase, Task<T>> work)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>Runs one use case that must succeed: the sample data is ours, so a refusal is a bug.</summary>
    public async Task<T> MustAsync<TUseCase, T, TFault>(Func<TUseCase, Task<Result<T, TFault>>> work)
        where TUseCase : notnull
        where T : notnull
        where TFault : notnull
    {
        var done = await DoAsync(work);
        return done.Ok ? done.Value : throw new InvalidOperationException($"The sample data was refused: {done.Fault}");
    }

    /// <summary>Who makes the sample data, as the audit log names it.</summary>
    public static Actor At(Tenant tenant) => Actor.CommandLine(tenant, "keyline demo");
}
