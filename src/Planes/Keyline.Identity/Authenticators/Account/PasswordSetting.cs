using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;
using Keyline.Secrets;
using Keyline.Tenancy;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>Sets passwords: checks the rules, hashes, and adds to the unit of work.</summary>
public sealed class PasswordSetting(IPasswordStore store, PasswordHasher hasher, TimeProvider time)
{
    /// <summary>Checks and hashes a new password. Nothing is changed yet.</summary>
    public async Task<Result<PasswordCredential, AccountFault>> PrepareAsync(
        Tenant tenant, Person person, SecretText typed, bool hasSecondFactor, PasswordLane lane, CancellationToken ct)
    {
        var context = new PasswordContext(
            [tenant.Name, tenant.Slug.Value], [.. Words(person)], hasSecondFactor || person.Kind == PersonKind.BreakGlass);
        var password = PasswordRules.Check(typed, context);
        if (!password.Ok)
        {
            return AccountFault.Of(password.Fault);
        }

        if (await store.FindAsync(tenant.Id, person.Id, ct) is { } before)
        {
            switch (await hasher.VerifyAsync(password.Value, before.Hash, lane, ct))
            {
                case PasswordVerdict.Busy:
                    return Busy();
                case PasswordVerdict.Right or PasswordVerdict.RightButWeaklyHashed:
                    return AccountFault.Of(new PasswordFault(PasswordFaultCode.SameAsBefore, "another password than before was expected"));
                default:
                    break;
            }
        }

        if (await hasher.HashAsync(password.Value, lane, ct) is not { } hash)
        {
            return Busy();
        }

        return new PasswordCredential
        {
            TenantId = tenant.Id,
            PersonId = person.Id,
            Hash = hash,
            SufficesAlone = password.Value.Length >= PasswordRules.MinLengthAlone,
            SetAt = time.GetUtcNow(),
        };
    }

    /// <summary>Sets it with the next commit.</summary>
    public Task SaveAsync(PasswordCredential prepared, CancellationToken ct) => store.SaveAsync(prepared, ct);

    /// <summary>Whether the person has a password here.</summary>
    public Task<PasswordCredential?> FindAsync(Person person, CancellationToken ct) => store.FindAsync(person.TenantId, person.Id, ct);

    private static AccountFault Busy() => new(AccountFaultCode.Busy, "too many passwords are being computed at this moment");

    private static IEnumerable<string> Words(Person person) =>
        ((string?[])[person.UserName, person.DisplayName, person.Email, person.Phone, person.Extension]).OfType<string>();
}
