using System.Diagnostics;
using Keyline.Identity.Authenticators;
using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.People;
using Keyline.Identity.SignIn;
using Keyline.Secrets;

namespace Keyline.Identity.LocalSignIn;

/// <summary>
/// The first step of a local sign-in: who, and the password. Whoever may not come in gets one answer, after the same work,
/// whatever the reason.
/// </summary>
public sealed class BeginLocalSignIn(
    LocalFactsReader facts, Throttle throttle, PasswordCheck passwords, DeviceRecognition devices, LocalSignInRecorder recorder,
    LocalSignInProgress progress)
{
    public async Task<LocalOutcome> RunAsync(
        LocalSignInRequest request, string login, SecretText password, ReturnPath returnPath, CancellationToken ct)
    {
        var named = LoginName.TryParse(login, out var name);
        var person = named ? await facts.FindPersonAsync(request.Tenant.Id, name, ct) : null;
        var device = await devices.FindAsync(request.Tenant.Id, person?.Id, request.Device, ct);
        var admission = await throttle.TakeAsync(
            new Attempt
            {
                TenantId = request.Tenant.Id,
                Kind = AttemptKind.LocalPassword,
                Account = named ? AccountKey.OfLogin(name) : AccountKey.Nobody,
                Address = request.Address,
                Device = device,
            },
            ct);
        switch (admission)
        {
            case Admission.Wait wait:
                await recorder.AddHeldUpAsync(request, person, wait.Rule, ct);
                return new LocalOutcome.Wait(wait.RetryAfter);
            case Admission.Admitted admitted:
                return await CheckAsync(request, person, password, returnPath, admitted, ct);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<LocalOutcome> CheckAsync(
        LocalSignInRequest request, Person? person, SecretText password, ReturnPath returnPath, Admission.Admitted admitted, CancellationToken ct)
    {
        var lane = PasswordLane.Of(request.Address, preferred: admitted.Attempt.Device is not null);
        var verdict = await passwords.VerifyAsync(request.Tenant.Id, person, password, lane, ct);
        if (verdict == PasswordVerdict.Busy)
        {
            await throttle.WithdrawAsync(admitted, ct);
            return new LocalOutcome.Busy();
        }

        var read = await facts.ReadAsync(request, person, verdict == PasswordVerdict.Right, proved: null, ct);
        var step = LocalStep.Decide(read);
        if (step is not LocalStep.Deny)
        {
            await throttle.SucceededAsync(admitted, ct);
        }

        return step switch
        {
            LocalStep.Deny deny => await recorder.RefuseAsync(request, person, deny.Code, deny.Detail, ct),
            LocalStep.AskSecondFactor ask => await progress.AwaitSecondFactorAsync(request, ask.Person, returnPath.Value, ct),
            LocalStep.Allow allow => await progress.EndAsync(request, allow, read, returnPath.Value, ct),
            _ => throw new UnreachableException(),
        };
    }
}
