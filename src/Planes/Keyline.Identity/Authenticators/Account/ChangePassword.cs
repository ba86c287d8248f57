using System.Net;
using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.Throttling;
using Keyline.Identity.Sessions;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>People change their own password: with the old one, or after a fresh sign-in with a second factor.</summary>
public sealed class ChangePassword(
    PasswordSetting setting, PasswordCheck check, FactorReader factors, Throttle throttle, CredentialChange change, TimeProvider time)
{
    private const string Action = "password.change";

    public async Task<Result<Unit, AccountFault>> RunAsync(
        SignedIn me, SecretText? oldPassword, SecretText newPassword, ClientDescription client, CancellationToken ct)
    {
        var actor = CredentialActor.Of(me, client);
        var theirs = await factors.ReadAsync(me.Tenant.Id, me.Person.Id, ct);
        var lane = PasswordLane.Of(IPAddress.TryParse(client.Address, out var address) ? address : null, preferred: true);
        if (await setting.FindAsync(me.Person, ct) is null)
        {
            return new AccountFault(AccountFaultCode.NotLocal, "the person has no password here");
        }

        var allowed = oldPassword is not null
            ? await ProveAsync(me, oldPassword, address, lane, ct)
            : FreshSignIn.Is(me.Session, theirs, time.GetUtcNow()) && me.Session.Assurance >= Assurance.Aal2
                ? null
                : new AccountFault(AccountFaultCode.NotFresh, "the old password, or a sign-in with a second factor in the last ten minutes, was expected");
        if (allowed is not null)
        {
            return await change.RefuseAsync(me.Person, actor, Action, allowed, ct);
        }

        var prepared = await setting.PrepareAsync(me.Tenant, me.Person, newPassword, theirs.Any, lane, ct);
        if (!prepared.Ok)
        {
            return prepared.Fault;
        }

        await setting.SaveAsync(prepared.Value, ct);
        await change.CommitAsync(me.Person, actor, (Action, "Your password was changed."), CancellationToken.None);
        return default(Unit);
    }

    private async Task<AccountFault?> ProveAsync(SignedIn me, SecretText oldPassword, IPAddress? address, PasswordLane lane, CancellationToken ct)
    {
        var admission = await throttle.TakeAsync(
            new Attempt
            {
                TenantId = me.Tenant.Id,
                Kind = AttemptKind.LocalPassword,
                Account = AccountKey.OfPerson(me.Person.Id),
                Address = address,
            },
            ct);
        if (admission is not Admission.Admitted admitted)
        {
            return new AccountFault(AccountFaultCode.Throttled, "too many wrong passwords of late; wait a little");
        }

        switch (await check.VerifyAsync(me.Tenant.Id, me.Person, oldPassword, lane, ct))
        {
            case PasswordVerdict.Busy:
                await throttle.WithdrawAsync(admitted, ct);
                return new AccountFault(AccountFaultCode.Busy, "too many passwords are being computed at this moment");
            case PasswordVerdict.Right:
                await throttle.SucceededAsync(admitted, ct);
                return null;
            default:
                return new AccountFault(AccountFaultCode.WrongPassword, "the old password is wrong");
        }
    }
}
