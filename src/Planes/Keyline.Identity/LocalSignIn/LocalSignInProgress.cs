using Keyline.Identity.People;
using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.LocalSignIn;

/// <summary>Takes a local sign-in from one step to the next, each in one commit.</summary>
public sealed class LocalSignInProgress(
    ILocalTransactionStore transactions, LocalSignInEnding ending, LocalSignInRecorder recorder, EndSessions sessions, IIdentityJournal journal,
    TimeProvider time)
{
    /// <summary>Stores the sign-in until the second proof comes.</summary>
    public async Task<LocalOutcome> AwaitSecondFactorAsync(LocalSignInRequest request, Person person, string returnPath, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var secret = BearerSecret.New();
        transactions.Add(new LocalTransaction
        {
            Id = LocalTransactionId.New(),
            TenantId = person.TenantId,
            PersonId = person.Id,
            SecretHash = BearerSecret.Hash(secret),
            ReturnPath = returnPath,
            PasswordAt = now,
            ExpiresAt = now + LocalTransaction.Lifetime,
        });
        recorder.AddStepUp(request, person);
        await journal.CommitAsync(ct);
        return new LocalOutcome.SecondFactorNeeded(secret);
    }

    /// <summary>Begins the session. A session that the browser had before ends with it.</summary>
    public async Task<LocalOutcome> EndAsync(
        LocalSignInRequest request, LocalStep.Allow allowed, LocalFacts facts, string returnPath, CancellationToken ct)
    {
        if (await ending.AddAsync(request, allowed, facts, returnPath, ct) is not { } outcome)
        {
            return new LocalOutcome.Over();
        }

        if (request.Replaces is { } old)
        {
            await sessions.AddEndAsync(
                request.Tenant.Id, old, SessionEnd.Replaced, Access.SignedIn.PartyOf(allowed.Person), request.Client, ct);
        }

        await journal.CommitAsync(CancellationToken.None);
        return outcome;
    }
}
