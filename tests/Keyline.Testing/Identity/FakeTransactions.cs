using Keyline.Identity.SignIn;

namespace Keyline.Testing.Identity;

public sealed class FakeTransactions(FakeJournal journal) : ITransactionStore
{
    private readonly HashSet<(TenantId Tenant, string Kind, string Value)> _spent = [];

    public IList<SignInTransaction> All { get; } = [];

    public void Add(SignInTransaction transaction) => journal.Pend(() => All.Add(transaction));

    public Task<SignInTransaction?> FindAsync(TenantId tenantId, byte[] stateHash, CancellationToken ct) =>
        Task.FromResult(All.FirstOrDefault(transaction => transaction.TenantId == tenantId && transaction.StateHash.AsSpan().SequenceEqual(stateHash)));

    public Task<bool> SpendAsync(TransactionId id, DateTimeOffset now, CancellationToken ct)
    {
        var found = All.FirstOrDefault(transaction => transaction.Id == id && transaction.SpentAt is null && transaction.ExpiresAt > now);
        if (found is not null)
        {
            All[All.IndexOf(found)] = found with { SpentAt = now };
        }

        return Task.FromResult(found is not null);
    }

    public Task<bool> SpendOnceAsync(TenantId tenantId, string kind, string value, DateTimeOffset until, CancellationToken ct) =>
        Task.FromResult(_spent.Add((tenantId, kind, value)));

    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken ct) =>
        Task.FromResult(All.Where(transaction => transaction.ExpiresAt < now).ToList().Count(All.Remove));
}
