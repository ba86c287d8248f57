using System.Security.Cryptography;
using Keyline.Identity;
using Keyline.Identity.Authenticators.Devices;
using Keyline.Identity.Authenticators.Links;
using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.Authenticators.RecoveryCodes;
using Keyline.Identity.Authenticators.Totp;
using Keyline.Identity.People;
using Microsoft.Extensions.DependencyInjection;

namespace Keyline.Storage.Tests.Contracts;

public abstract class AuthenticatorContract(StorageFixture storage) : StorageContract(storage)
{
    private readonly PersonId _alice = PersonId.New();

    [Fact]
    public async Task A_password_is_replaced_and_rehashed_only_while_it_is_the_one_that_was_read()
    {
        var first = NewPassword("first");
        await SaveAsync<IPasswordStore>(store => store.SaveAsync(first, Ct));
        await SaveAsync<IPasswordStore>(store => store.SaveAsync(first with { Hash = "second", RotationDueSince = Now }, Ct));

        Assert.False(await AskAsync<IPasswordStore, bool>(store => store.TryRehashAsync(first, "late", Ct)));
        Assert.True(await AskAsync<IPasswordStore, bool>(store => store.TryRehashAsync(first with { Hash = "second" }, "third", Ct)));
        var read = await AskAsync<IPasswordStore, PasswordCredential?>(store => store.FindAsync(Mine, _alice, Ct));
        Assert.Equal(("third", (DateTimeOffset?)Now), (read?.Hash, read?.RotationDueSince));
        Assert.Null(await AskAsync<IPasswordStore, PasswordCredential?>(store => store.FindAsync(TenantId.New(), _alice, Ct)));
    }

    [Fact]
    public async Task A_time_step_is_used_by_one_of_twenty_at_once_and_never_again()
    {
        await SaveAsync<ITotpStore>(store => store.SaveAsync(NewTotp(lastStep: 100), Ct));

        Assert.Equal(1, await AllAtOnceAsync<ITotpStore>(20, store => store.TryUseStepAsync(Mine, _alice, 101, Now, Ct)));
        Assert.False(await AskAsync<ITotpStore, bool>(store => store.TryUseStepAsync(Mine, _alice, 100, Now, Ct)));
        Assert.True(await AskAsync<ITotpStore, bool>(store => store.TryUseStepAsync(Mine, _alice, 102, Now, Ct)));
    }

    [Fact]
    public async Task Saving_an_app_that_was_read_earlier_does_not_bring_a_used_step_back()
    {
        var read = NewTotp(lastStep: 100);
        await SaveAsync<ITotpStore>(store => store.SaveAsync(read, Ct));
        await AskAsync<ITotpStore, bool>(store => store.TryUseStepAsync(Mine, _alice, 105, Now, Ct));
        await SaveAsync<ITotpStore>(store => store.SaveAsync(read with { SealedPending = "pending", PendingSince = Now }, Ct));

        Assert.False(await AskAsync<ITotpStore, bool>(store => store.TryUseStepAsync(Mine, _alice, 105, Now, Ct)));
        await SaveAsync<ITotpStore>(store => store.SaveAsync(read with { SealedSecret = "another", LastStep = 90 }, Ct));
        Assert.True(await AskAsync<ITotpStore, bool>(store => store.TryUseStepAsync(Mine, _alice, 91, Now, Ct)));
    }

    [Fact]
    public async Task A_recovery_code_is_used_by_one_of_twenty_at_once()
    {
        var code = NewCode();
        await SaveAsync<IRecoveryCodeStore>(store => store.ReplaceAllAsync(Mine, _alice, [code, NewCode()], Ct));

        Assert.Equal(1, await AllAtOnceAsync<IRecoveryCodeStore>(20, store => store.TryUseAsync(Mine, _alice, code.Hash, Now, Ct)));
        Assert.Equal(1, await AskAsync<IRecoveryCodeStore, int>(store => store.CountLeftAsync(Mine, _alice, Ct)));
    }

    [Fact]
    public async Task New_recovery_codes_kill_the_old_ones()
    {
        var old = NewCode();
        await SaveAsync<IRecoveryCodeStore>(store => store.ReplaceAllAsync(Mine, _alice, [old], Ct));
        await SaveAsync<IRecoveryCodeStore>(store => store.ReplaceAllAsync(Mine, _alice, [NewCode(), NewCode()], Ct));

        Assert.False(await AskAsync<IRecoveryCodeStore, bool>(store => store.TryUseAsync(Mine, _alice, old.Hash, Now, Ct)));
        Assert.Equal(2, await AskAsync<IRecoveryCodeStore, int>(store => store.CountLeftAsync(Mine, _alice, Ct)));
    }

    [Fact]
    public async Task A_passkey_comes_back_as_it_was_and_belongs_to_one_account_only()
    {
        var passkey = NewPasskey();
        await CommitAsync<IPasskeyStore>(store => store.Add(passkey));

        Assert.Equivalent(passkey, Assert.Single(await ListAsync()), strict: true);
        Assert.False(await TryCommitAsync<IPasskeyStore>(store =>
            store.Add(NewPasskey() with { PersonId = PersonId.New(), CredentialId = passkey.CredentialId })));
        await SaveAsync<IPasskeyStore>(store => store.RemoveAsync(passkey, Ct));
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(7, 8, true)]
    [InlineData(7, 7, false)]
    [InlineData(7, 6, false)]
    [InlineData(7, 0, false)]
    public async Task A_passkeys_counter_must_grow_unless_it_keeps_none(long stored, long came, bool taken)
    {
        var passkey = NewPasskey() with { SignCount = stored };
        await CommitAsync<IPasskeyStore>(store => store.Add(passkey));

        Assert.Equal(taken, await AskAsync<IPasskeyStore, bool>(store => store.TryUseAsync(passkey, came, true, Now, Ct)));
        Assert.Equal(taken ? Now : null, Assert.Single(await ListAsync()).LastUsedAt);
    }

    [Fact]
    public async Task A_ceremony_is_handed_out_once_for_its_own_purpose_and_not_when_it_has_expired()
    {
        var ceremony = NewCeremony("first");
        await AskAsync<IPasskeyStore, bool>(async store => await Done(store.SaveAsync(ceremony, Ct)));
        await AskAsync<IPasskeyStore, bool>(async store => await Done(store.SaveAsync(ceremony with { State = "second" }, Ct)));

        Assert.Null(await TakeAsync(ceremony, PasskeyPurpose.Register, Now));
        Assert.Null(await TakeAsync(ceremony, PasskeyPurpose.SignIn, ceremony.ExpiresAt));
        Assert.Equal("second", (await TakeAsync(ceremony, PasskeyPurpose.SignIn, Now))?.State);
        Assert.Null(await TakeAsync(ceremony, PasskeyPurpose.SignIn, Now));
    }

    [Fact]
    public async Task A_person_has_ten_known_browsers_at_most()
    {
        var hashes = new List<byte[]>();
        for (var i = 0; i < KnownDevice.MaxPerPerson + 2; i++)
        {
            var device = NewDevice() with { LastUsedAt = Now.AddMinutes(i) };
            hashes.Add(device.SecretHash);
            await SaveAsync<IKnownDeviceStore>(store => store.AddAsync(device, Ct));
        }

        Assert.Null(await FindDeviceAsync(hashes[0]));
        Assert.Null(await FindDeviceAsync(hashes[1]));
        Assert.NotNull(await FindDeviceAsync(hashes[2]));
        await SaveAsync<IKnownDeviceStore>(store => store.RemoveAllAsync(Mine, _alice, hashes[^1], Ct));
        Assert.Null(await FindDeviceAsync(hashes[2]));
        Assert.NotNull(await FindDeviceAsync(hashes[^1]));
    }

    [Fact]
    public async Task A_link_is_spent_by_one_of_twenty_at_once_and_a_new_one_replaces_it()
    {
        var link = NewLink();
        await SaveAsync<ICredentialLinkStore>(store => store.AddAsync(link, Ct));

        Assert.Equal(1, await AllAtOnceAsync<ICredentialLinkStore>(20, store => store.SpendAsync(link.Id, Now, Ct)));
        await SaveAsync<ICredentialLinkStore>(store => store.AddAsync(NewLink(), Ct));
        Assert.Null(await AskAsync<ICredentialLinkStore, CredentialLink?>(store => store.FindAsync(Mine, link.SecretHash, Ct)));
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }

    private async Task SaveAsync<TStore>(Func<TStore, Task> change)
        where TStore : notnull
    {
        await using var scope = Storage.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<IIdentityJournal>().CommitAsync(Ct);
    }

    private async Task<int> AllAtOnceAsync<TStore>(int count, Func<TStore, Task<bool>> work)
        where TStore : notnull =>
        (await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => AskAsync(work), Ct)))).Count(won => won);

    private Task<IReadOnlyList<Passkey>> ListAsync() => AskAsync<IPasskeyStore, IReadOnlyList<Passkey>>(store => store.ListAsync(Mine, _alice, Ct));

    private Task<KnownDevice?> FindDeviceAsync(byte[] hash) =>
        AskAsync<IKnownDeviceStore, KnownDevice?>(store => store.FindAsync(Mine, hash, Now, Ct));

    private Task<PasskeyCeremony?> TakeAsync(PasskeyCeremony ceremony, PasskeyPurpose purpose, DateTimeOffset now) =>
        AskAsync<IPasskeyStore, PasskeyCeremony?>(store => store.TakeAsync(Mine, purpose, ceremony.Owner, now, Ct));

    private PasswordCredential NewPassword(string hash) =>
        new() { TenantId = Mine, PersonId = _alice, Hash = hash, SufficesAlone = true, SetAt = Now };

    private TotpCredential NewTotp(long lastStep) =>
        new() { TenantId = Mine, PersonId = _alice, SealedSecret = "sealed", ConfirmedAt = Now, LastStep = lastStep };

    private StoredRecoveryCode NewCode() =>
        new() { TenantId = Mine, PersonId = _alice, Hash = RandomNumberGenerator.GetBytes(32), CreatedAt = Now };

    private Passkey NewPasskey() => new()
    {
        Id = PasskeyId.New(),
        TenantId = Mine,
        PersonId = _alice,
        Name = "Laptop",
        CredentialId = RandomNumberGenerator.GetBytes(32),
        PublicKey = RandomNumberGenerator.GetBytes(77),
        SignCount = 3,
        Transports = ["internal", "hybrid"],
        BackupEligible = true,
        CreatedAt = Now,
    };

    private PasskeyCeremony NewCeremony(string state) => new()
    {
        TenantId = Mine,
        Purpose = PasskeyPurpose.SignIn,
        Owner = Guid.NewGuid(),
        PersonId = _alice,
        State = state,
        ExpiresAt = Now + PasskeyCeremony.Lifetime,
    };

    private KnownDevice NewDevice() => new()
    {
        SecretHash = RandomNumberGenerator.GetBytes(32),
        TenantId = Mine,
        PersonId = _alice,
        LastUsedAt = Now,
        ExpiresAt = Now + KnownDevice.Lifetime,
    };

    private CredentialLink NewLink() => new()
    {
        Id = CredentialLinkId.New(),
        TenantId = Mine,
        PersonId = _alice,
        SecretHash = RandomNumberGenerator.GetBytes(32),
        Purpose = CredentialLinkPurpose.Password,
        ExpiresAt = Now + CredentialLink.Lifetime,
    };
}
