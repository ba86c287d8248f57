using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>People make new recovery codes; the old ones are dead with that.</summary>
public sealed class RenewRecoveryCodes(RecoveryCodeSet codes, MyAuthenticators mine, CredentialChange change)
{
    private const string Action = "recovery-codes.renew";

    public async Task<Result<EnrolledFactor, AccountFault>> RunAsync(SignedIn me, ClientDescription client, CancellationToken ct)
    {
        var actor = CredentialActor.Of(me, client);
        var overview = await mine.ReadAsync(me, ct);
        var fault = FactorRules.MayChange(overview.Password, overview.IsFresh);
        if (fault is null && !overview.Factors.Any)
        {
            fault = new AccountFault(AccountFaultCode.NoFactor, "recovery codes stand in for a second factor; set one up first");
        }

        if (fault is not null)
        {
            return await change.RefuseAsync(me.Person, actor, Action, fault, ct);
        }

        var fresh = await codes.AddNewAsync(me.Person, ct);
        await change.CommitAsync(me.Person, actor, (Action, "New recovery codes were made for your account. The old ones no longer work."), CancellationToken.None);
        return new EnrolledFactor(fresh);
    }
}
