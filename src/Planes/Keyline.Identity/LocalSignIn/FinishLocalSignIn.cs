using System.Diagnostics;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.LocalSignIn;

/// <summary>The second step of a local sign-in: the second proof.</summary>
public sealed class FinishLocalSignIn(
    LocalTransactions transactions, LocalFactsReader facts, SecondFactorGate gate, SecondFactorCheck factors, LocalSignInRecorder recorder,
    LocalSignInProgress progress)
{
    public async Task<LocalOutcome> RunAsync(
        LocalSignInRequest request, SecretText transactionSecret, SecondFactorProof proof, CancellationToken ct)
    {
        if (await transactions.FindOpenAsync(request.Tenant.Id, transactionSecret, ct) is not { } transaction
            || await facts.FindPersonAsync(request.Tenant.Id, transaction.PersonId, ct) is not { } person)
        {
            return new LocalOutcome.Over();
        }

        var admission = await gate.TakeAsync(person, request.Address, request.Device, ct);
        switch (admission)
        {
            case Admission.Wait wait:
                await recorder.AddHeldUpAsync(request, person, wait.Rule, ct);
                return new LocalOutcome.Wait(wait.RetryAfter);
            case Admission.Admitted admitted:
                return await CheckAsync(request, transaction, person, proof, admitted, ct);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<LocalOutcome> CheckAsync(
        LocalSignInRequest request, LocalTransaction transaction, Person person, SecondFactorProof proof, Admission.Admitted admitted,
        CancellationToken ct)
    {
        if (!await transactions.TryCountAsync(transaction, ct))
        {
            return new LocalOutcome.Over();
        }

        var proved = await factors.UseAsync(person, transaction.Id.Value, proof, ct);
        if (!proved.Ok)
        {
            return await recorder.RefuseAsync(request, person, LocalFaultCode.WrongSecondFactor, $"{proof.Kind}: {proved.Fault}", ct);
        }

        // Asked anew: much can have changed since the password was right.
        var read = await facts.ReadAsync(request, person, passwordIsRight: true, proved.Value, ct);
        switch (LocalStep.Decide(read))
        {
            case LocalStep.Allow allow:
                if (!await transactions.SpendAsync(transaction))
                {
                    return new LocalOutcome.Over();
                }

                await gate.SucceededAsync(admitted, CancellationToken.None);
                return await progress.EndAsync(request, allow, read, transaction.ReturnPath, CancellationToken.None);
            case LocalStep.Deny deny:
                await transactions.SpendAsync(transaction);
                return await recorder.RefuseAsync(request, person, deny.Code, deny.Detail, ct);
            default:
                throw new UnreachableException();
        }
    }
}
