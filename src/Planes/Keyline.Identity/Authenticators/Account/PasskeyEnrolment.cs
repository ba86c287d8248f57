using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>People add and remove their passkeys.</summary>
public sealed class PasskeyEnrolment(
    IPasskeyStore store, PasskeyCeremonies ceremonies, RecoveryCodeSet recoveryCodes, MyAuthenticators mine, CredentialChange change, TimeProvider time)
{
    private const string Add = "passkey.add";
    private const string Remove = "passkey.remove";

    /// <summary>Begins; the options go to the browser's script.</summary>
    public async Task<Result<string, AccountFault>> BeginAsync(SignedIn me, ClientDescription client, CancellationToken ct)
    {
        var overview = await mine.ReadAsync(me, ct);
        return MayAdd(overview) is { } fault
            ? await change.RefuseAsync(me.Person, CredentialActor.Of(me, client), Add, fault, ct)
            : await ceremonies.BeginRegistrationAsync(me.Person, me.Session.Id.Value, ct);
    }

    /// <summary>Adds the passkey that the browser's answer proves.</summary>
    public async Task<Result<EnrolledFactor, AccountFault>> FinishAsync(
        SignedIn me, string name, string answer, ClientDescription client, CancellationToken ct)
    {
        var actor = CredentialActor.Of(me, client);
        var overview = await mine.ReadAsync(me, ct);
        var called = name.Trim();
        var fault = MayAdd(overview) ?? BadName(called);
        if (fault is not null)
        {
            return await change.RefuseAsync(me.Person, actor, Add, fault, ct);
        }

        var verified = await ceremonies.FinishRegistrationAsync(me.Person, me.Session.Id.Value, answer, ct);
        if (!verified.Ok)
        {
            return await change.RefuseAsync(me.Person, actor, Add, AccountFault.Of(verified.Fault), ct);
        }

        store.Add(new Passkey
        {
            Id = PasskeyId.New(),
            TenantId = me.Tenant.Id,
            PersonId = me.Person.Id,
            Name = called,
            CredentialId = verified.Value.CredentialId,
            PublicKey = verified.Value.PublicKey,
            SignCount = verified.Value.SignCount,
            Transports = verified.Value.Transports,
            BackupEligible = verified.Value.BackupEligible,
            BackedUp = verified.Value.BackedUp,
            CreatedAt = time.GetUtcNow(),
        });
        var fresh = overview.Factors.RecoveryCodesLeft == 0 ? await recoveryCodes.AddNewAsync(me.Person, ct) : [];
        return await change.CommitAsync(me.Person, actor, (Add, $"A passkey ('{called}') was added to your account."), CancellationToken.None)
            ? new EnrolledFactor(fresh)
            : await change.RefuseAsync(me.Person, actor, Add,
                AccountFault.Of(new PasskeyFault(PasskeyFaultCode.AlreadyRegistered, "the credential belongs to an account already")), ct);
    }

    /// <summary>Gives a passkey another name. It lets nobody in and keeps nobody out, so no fresh sign-in is asked for.</summary>
    public async Task<Result<Unit, AccountFault>> RenameAsync(SignedIn me, PasskeyId id, string name, CancellationToken ct)
    {
        var called = name.Trim();
        if (BadName(called) is { } fault)
        {
            return fault;
        }

        if ((await mine.ReadAsync(me, ct)).Factors.Passkeys.FirstOrDefault(passkey => passkey.Id == id) is not { } passkey)
        {
            return new AccountFault(AccountFaultCode.UnknownPasskey, $"the person has no passkey '{id}'");
        }

        await store.RenameAsync(passkey, called, ct);
        await change.CommitQuietlyAsync(ct);
        return default(Unit);
    }

    /// <summary>Removes one passkey.</summary>
    public async Task<Result<Unit, AccountFault>> RemoveAsync(SignedIn me, PasskeyId id, ClientDescription client, CancellationToken ct)
    {
        var actor = CredentialActor.Of(me, client);
        var overview = await mine.ReadAsync(me, ct);
        if (overview.Factors.Passkeys.FirstOrDefault(passkey => passkey.Id == id) is not { } passkey)
        {
            return new AccountFault(AccountFaultCode.UnknownPasskey, $"the person has no passkey '{id}'");
        }

        var fault = FactorRules.MayChange(overview.Password, overview.IsFresh)
            ?? FactorRules.MayRemoveOne(me.Person, overview.Password, overview.Factors);
        if (fault is not null)
        {
            return await change.RefuseAsync(me.Person, actor, Remove, fault, ct);
        }

        await store.RemoveAsync(passkey, ct);
        await change.CommitAsync(me.Person, actor, (Remove, $"The passkey '{passkey.Name}' was removed from your account."), CancellationToken.None);
        return default(Unit);
    }

    private static AccountFault? MayAdd(AuthenticatorOverview overview) =>
        FactorRules.MayChange(overview.Password, overview.IsFresh)
        ?? (overview.Factors.Passkeys.Count >= Passkey.MaxPerPerson
            ? AccountFault.Of(new PasskeyFault(PasskeyFaultCode.TooMany, $"at most {Passkey.MaxPerPerson} passkeys; remove one first"))
            : null);

    private static AccountFault? BadName(string name) => name.Length is 0 or > Passkey.MaxNameLength || name.Any(char.IsControl)
        ? AccountFault.Of(new PasskeyFault(PasskeyFaultCode.BadName, $"a name of 1 to {Passkey.MaxNameLength} characters was expected"))
        : null;
}
