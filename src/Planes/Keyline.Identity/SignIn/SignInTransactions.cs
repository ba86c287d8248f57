using Keyline.Identity.Federation;
using Keyline.Secrets;

namespace Keyline.Identity.SignIn;

/// <summary>Begins sign-ins, and takes each back once: at the connection and in the browser where it began.</summary>
public sealed class SignInTransactions(ITransactionStore store, IIdentityJournal journal, SecretSealer sealer, TimeProvider time)
{
    /// <summary>Begins a sign-in whose state is made here.</summary>
    public Task<StartedSignIn> BeginAsync(NewSignIn wanted, string requestId, CancellationToken ct) =>
        BeginAsync(wanted, requestId, BearerSecret.New(), new TransactionDetails(), ct);

    internal async Task<StartedSignIn> BeginAsync(
        NewSignIn wanted, string requestId, SecretText state, TransactionDetails details, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var browser = wanted.Browser is { } cookie && cookie.Reveal().Length == BearerSecret.Length ? cookie : BearerSecret.New();
        var id = TransactionId.New();
        var complete = details with { Invitation = wanted.Invitation, StepUp = wanted.StepUpTo is not null };
        var transaction = new SignInTransaction
        {
            Id = id,
            TenantId = wanted.Tenant.Id,
            ConnectionId = wanted.Connection.Id,
            Purpose = wanted.Purpose,
            StateHash = BearerSecret.Hash(state),
            BrowserHash = BearerSecret.Hash(browser),
            RequestId = requestId,
            SealedVerifier = complete.Seal(sealer, id),
            ReturnPath = wanted.ReturnPath.Value,
            PersonId = wanted.PersonId,
            ForceAuthentication = wanted.ForceAuthentication,
            CreatedAt = now,
            ExpiresAt = now + SignInTransaction.Lifetime,
        };
        store.Add(transaction);
        await journal.CommitAsync(ct);
        return new StartedSignIn(transaction, state, browser);
    }

    /// <summary>What is under way under a state in a tenant; nothing is proven or spent by looking.</summary>
    public Task<SignInTransaction?> FindAsync(TenantId tenantId, SecretText state, CancellationToken ct) =>
        store.FindAsync(tenantId, BearerSecret.Hash(state), ct);

    /// <summary>Takes a sign-in back and spends it: only once, only at its connection, only in its browser.</summary>
    public async Task<Result<SignInTransaction, SignInFault>> TakeAsync(
        Connection connection, SecretText state, SecretText? browser, CancellationToken ct)
    {
        var found = await CheckAsync(connection, state, browser, ct);
        return found.Ok && await SpendAsync(found.Value, ct) is { } spent ? spent : found;
    }

    /// <summary>Spends a sign-in; a fault when it was spent before.</summary>
    public async Task<SignInFault?> SpendAsync(SignInTransaction transaction, CancellationToken ct) =>
        await store.SpendAsync(transaction.Id, time.GetUtcNow(), ct)
            ? null
            : new SignInFault(SignInFaultCode.TransactionSpent, "the answer came before: a sign-in can be finished once");

    /// <summary>Finds a sign-in at its connection and in its browser, without spending it.</summary>
    public async Task<Result<SignInTransaction, SignInFault>> CheckAsync(
        Connection connection, SecretText state, SecretText? browser, CancellationToken ct)
    {
        if (await FindAsync(connection.TenantId, state, ct) is not { } transaction)
        {
            return new SignInFault(SignInFaultCode.UnknownTransaction, "the state or RelayState is of no sign-in that began at this tenant");
        }

        if (transaction.ConnectionId != connection.Id)
        {
            return new SignInFault(SignInFaultCode.WrongConnection,
                $"the sign-in began at another connection than '{connection.Slug}', whose address the answer came to");
        }

        if (browser is null || !BearerSecret.Hash(browser).AsSpan().SequenceEqual(transaction.BrowserHash))
        {
            return new SignInFault(SignInFaultCode.WrongBrowser, browser is null
                ? "the browser that began the sign-in has a cookie; this one has none"
                : "the answer came in another browser than the one that began the sign-in");
        }

        var now = time.GetUtcNow();
        if (transaction.ExpiresAt <= now)
        {
            return new SignInFault(SignInFaultCode.TransactionExpired,
                $"the sign-in began at {transaction.CreatedAt:u} and could be finished until {transaction.ExpiresAt:u}; it is {now:u}");
        }

        return transaction.SpentAt is null
            ? transaction
            : new SignInFault(SignInFaultCode.TransactionSpent, "the answer came before: a sign-in can be finished once");
    }
}
