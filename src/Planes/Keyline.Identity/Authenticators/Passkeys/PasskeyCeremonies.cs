using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>Runs passkey ceremonies: each challenge is kept on the server, belongs to one owner, and is answered once.</summary>
public sealed class PasskeyCeremonies(IPasskeyStore store, IPasskeyVerifier verifier, TimeProvider time)
{
    /// <summary>The longest answer of a browser that is looked at.</summary>
    public const int MaxAnswerLength = 65_536;

    /// <summary>Begins adding a passkey; the options go to the browser.</summary>
    public async Task<string> BeginRegistrationAsync(Person person, Guid owner, CancellationToken ct)
    {
        var challenge = await verifier.BeginRegistrationAsync(person, await store.ListAsync(person.TenantId, person.Id, ct), ct);
        await KeepAsync(person, PasskeyPurpose.Register, owner, challenge, ct);
        return challenge.OptionsJson;
    }

    /// <summary>Finishes adding a passkey. The caller keeps it.</summary>
    public async Task<Result<VerifiedPasskey, PasskeyFault>> FinishRegistrationAsync(
        Person person, Guid owner, string answer, CancellationToken ct)
    {
        var ceremony = await TakeAsync(person, PasskeyPurpose.Register, owner, answer, ct);
        return ceremony.Ok
            ? await verifier.VerifyRegistrationAsync(person, ceremony.Value.State, answer, ct)
            : ceremony.Fault;
    }

    /// <summary>Begins a proof with one of the person's passkeys; null when there is none.</summary>
    public async Task<string?> BeginSignInAsync(Person person, Guid owner, CancellationToken ct)
    {
        if (await store.ListAsync(person.TenantId, person.Id, ct) is not { Count: > 0 } existing)
        {
            return null;
        }

        var challenge = await verifier.BeginAssertionAsync(person, existing, ct);
        await KeepAsync(person, PasskeyPurpose.SignIn, owner, challenge, ct);
        return challenge.OptionsJson;
    }

    /// <summary>Finishes a proof: the passkey that was used.</summary>
    public async Task<Result<Passkey, PasskeyFault>> FinishSignInAsync(Person person, Guid owner, string answer, CancellationToken ct)
    {
        var ceremony = await TakeAsync(person, PasskeyPurpose.SignIn, owner, answer, ct);
        if (!ceremony.Ok)
        {
            return ceremony.Fault;
        }

        var existing = await store.ListAsync(person.TenantId, person.Id, ct);
        var verified = await verifier.VerifyAssertionAsync(person, existing, ceremony.Value.State, answer, ct);
        if (!verified.Ok)
        {
            return verified.Fault;
        }

        var used = existing.Single(passkey => passkey.CredentialId.AsSpan().SequenceEqual(verified.Value.CredentialId));

        // WebAuthn 7.2, step 22: the counter; by one conditional update, so that two nodes can't both take the same answer.
        return await store.TryUseAsync(used, verified.Value.SignCount, verified.Value.BackedUp, time.GetUtcNow(), CancellationToken.None)
            ? used
            : new PasskeyFault(PasskeyFaultCode.CounterDidNotGrow,
                $"passkey '{used.Name}': a counter above {used.SignCount} was expected, {verified.Value.SignCount} came");
    }

    private async Task KeepAsync(Person person, PasskeyPurpose purpose, Guid owner, PasskeyChallenge challenge, CancellationToken ct) =>
        await store.SaveAsync(
            new PasskeyCeremony
            {
                TenantId = person.TenantId,
                Purpose = purpose,
                Owner = owner,
                PersonId = person.Id,
                State = challenge.State,
                ExpiresAt = time.GetUtcNow() + PasskeyCeremony.Lifetime,
            },
            ct);

    private async Task<Result<PasskeyCeremony, PasskeyFault>> TakeAsync(
        Person person, PasskeyPurpose purpose, Guid owner, string answer, CancellationToken ct)
    {
        if (answer.Length is 0 or > MaxAnswerLength)
        {
            return new PasskeyFault(PasskeyFaultCode.NotVerified, $"an answer of 1 to {MaxAnswerLength} characters was expected, {answer.Length} came");
        }

        return await store.TakeAsync(person.TenantId, purpose, owner, time.GetUtcNow(), ct) is { } ceremony && ceremony.PersonId == person.Id
            ? ceremony
            : new PasskeyFault(PasskeyFaultCode.NoCeremony, "no ceremony is under way: it is over, was finished before, or was begun by somebody else");
    }
}
