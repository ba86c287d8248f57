using Keyline.Identity;
using Keyline.Identity.People;
using Keyline.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests;

/// <summary>What a store must do, on either database. Each question and each change has a unit of work of its own.</summary>
public abstract class StorageContract(StorageFixture storage)
{
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected StorageFixture Storage { get; } = storage;

    /// <summary>A tenant that this test alone uses.</summary>
    protected TenantId Mine { get; } = TenantId.New();

    protected DateTimeOffset Now => Storage.Time.GetUtcNow();

    protected async Task<T> AskAsync<TStore, T>(Func<TStore, Task<T>> ask)
        where TStore : notnull
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    protected async Task CommitAsync<TStore>(Action<TStore> change)
        where TStore : notnull
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        change(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
    }

    protected async Task<bool> TryCommitAsync<TStore>(Action<TStore> change)
        where TStore : notnull
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        change(scope.ServiceProvider.GetRequiredService<TStore>());
        return await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().TryCommitAsync(Ct);
    }

    protected Person NewPerson(string userName, string? email = null, string? phone = null) => new()
    {
        Id = PersonId.New(),
        TenantId = Mine,
        Kind = PersonKind.Member,
        UserName = userName,
        DisplayName = userName,
        Email = email,
        Phone = phone,
        CreatedAt = Now,
    };

    protected AuditEntry NewEntry(string action = "sign-in") => new()
    {
        TenantId = Mine,
        At = Now,
        Action = action,
        Outcome = AuditOutcome.Success,
        Actor = AuditParty.System,
    };
}
