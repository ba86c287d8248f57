using System.Security.Cryptography;
using Keyline.Identity.People;
using Keyline.Secrets;

namespace Keyline.Identity.Authenticators.Totp;

/// <summary>Checks and uses codes of authenticator apps.</summary>
public sealed class TotpCheck(ITotpStore store, SecretSealer sealer, TimeProvider time)
{
    /// <summary>Whether this is the current code of the person's app and nobody has used it before. It is used up with that.</summary>
    public async Task<bool> UseAsync(Person person, string code, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await store.FindAsync(person.TenantId, person.Id, ct) is { SealedSecret: { } sealedSecret } credential
            && TotpAlgorithm.FindStep(Open(sealedSecret, person.Id), code, now, credential.LastStep) is { } step
            && await store.TryUseStepAsync(person.TenantId, person.Id, step, now, CancellationToken.None);
    }

    /// <summary>The step of a code of a secret that is not in use yet; null when the code is wrong.</summary>
    internal long? FindStep(Person person, string sealedSecret, string code) =>
        TotpAlgorithm.FindStep(Open(sealedSecret, person.Id), code, time.GetUtcNow(), lastUsed: 0);

    /// <summary>A new secret, sealed for the person.</summary>
    internal string NewSealedSecret(PersonId person) => sealer.Seal(
        new SecretText(Convert.ToBase64String(RandomNumberGenerator.GetBytes(TotpAlgorithm.SecretSize))), TotpCredential.Purpose(person));

    /// <summary>What the person puts into the app.</summary>
    internal TotpOffer Offer(Person person, string sealedSecret, string issuer)
    {
        var secret = Open(sealedSecret, person.Id);
        return new TotpOffer(new SecretText(TotpAlgorithm.Uri(issuer, person.UserName, secret)), new SecretText(Base32.Encode(secret)));
    }

    private byte[] Open(string sealedSecret, PersonId person)
    {
        var opened = sealer.Open(sealedSecret, TotpCredential.Purpose(person));
        return opened.Ok
            ? Convert.FromBase64String(opened.Value.Reveal())
            : throw new InvalidOperationException($"The authenticator secret of person '{person}' can't be opened: {opened.Fault.Detail}.");
    }
}
