using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.Sessions;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>People set up and remove their authenticator app.</summary>
public sealed class TotpEnrolment(
    ITotpStore store, TotpCheck codes, RecoveryCodeSet recoveryCodes, MyAuthenticators mine, CredentialChange change, TimeProvider time)
{
    private const string Add = "totp.add";
    private const string Remove = "totp.remove";

    /// <summary>Makes a secret that waits for its first code. The app in use stays in use until then.</summary>
    public async Task<Result<TotpOffer, AccountFault>> BeginAsync(SignedIn me, ClientDescription client, CancellationToken ct)
    {
        var overview = await mine.ReadAsync(me, ct);
        if (FactorRules.MayChange(overview.Password, overview.IsFresh) is { } fault)
        {
            return await change.RefuseAsync(me.Person, CredentialActor.Of(me, client), Add, fault, ct);
        }

        var now = time.GetUtcNow();
        var credential = await store.FindAsync(me.Tenant.Id, me.Person.Id, ct)
            ?? new TotpCredential { TenantId = me.Tenant.Id, PersonId = me.Person.Id };
        var pending = credential is { SealedPending: { } shown, PendingSince: { } since } && now - since < FreshSignIn.Lifetime
            ? shown
            : codes.NewSealedSecret(me.Person.Id);
        if (pending != credential.SealedPending)
        {
            await store.SaveAsync(credential with { SealedPending = pending, PendingSince = now }, ct);
            await change.CommitQuietlyAsync(ct);
        }

        return codes.Offer(me.Person, pending, $"Keyline {me.Tenant.Name}");
    }

    /// <summary>Takes the secret into use when its first code is right. Whoever has no recovery codes gets some, shown once.</summary>
    public async Task<Result<EnrolledFactor, AccountFault>> ConfirmAsync(SignedIn me, string code, ClientDescription client, CancellationToken ct)
    {
        var actor = CredentialActor.Of(me, client);
        var overview = await mine.ReadAsync(me, ct);
        if (FactorRules.MayChange(overview.Password, overview.IsFresh) is { } fault)
        {
            return await change.RefuseAsync(me.Person, actor, Add, fault, ct);
        }

        var credential = await store.FindAsync(me.Tenant.Id, me.Person.Id, ct);
        if (credential is not { SealedPending: { } pending } || codes.FindStep(me.Person, pending, code) is not { } used)
        {
            return await change.RefuseAsync(
                me.Person, actor, Add, new AccountFault(AccountFaultCode.WrongCode, "the app's current code was expected"), ct);
        }

        await store.SaveAsync(
            credential with
            {
                SealedSecret = pending,
                ConfirmedAt = time.GetUtcNow(),
                LastStep = used,
                SealedPending = null,
                PendingSince = null,
            },
            ct);
        var fresh = overview.Factors.RecoveryCodesLeft == 0 ? await recoveryCodes.AddNewAsync(me.Person, ct) : [];
        await change.CommitAsync(me.Person, actor, (Add, "An authenticator app was set up for your account."), CancellationToken.None);
        return new EnrolledFactor(fresh);
    }

    /// <summary>Removes the app.</summary>
    public async Task<Result<Unit, AccountFault>> RemoveAsync(SignedIn me, ClientDescription client, CancellationToken ct)
    {
        var actor = CredentialActor.Of(me, client);
        var overview = await mine.ReadAsync(me, ct);
        var fault = FactorRules.MayChange(overview.Password, overview.IsFresh);
        if (fault is null && overview.Factors.HasTotp)
        {
            fault = FactorRules.MayRemoveOne(me.Person, overview.Password, overview.Factors);
        }

        if (fault is not null)
        {
            return await change.RefuseAsync(me.Person, actor, Remove, fault, ct);
        }

        await store.RemoveAsync(me.Tenant.Id, me.Person.Id, ct);
        await change.CommitAsync(me.Person, actor, (Remove, "The authenticator app was removed from your account."), CancellationToken.None);
        return default(Unit);
    }
}
