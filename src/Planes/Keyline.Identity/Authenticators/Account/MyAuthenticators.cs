using Keyline.Identity.Access;
using Keyline.Identity.Authenticators.Passwords;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>What people see of how they prove who they are, and whether they may change it now.</summary>
public sealed class MyAuthenticators(FactorReader factors, IPasswordStore passwords, TimeProvider time)
{
    public async Task<AuthenticatorOverview> ReadAsync(SignedIn me, CancellationToken ct)
    {
        var theirs = await factors.ReadAsync(me.Tenant.Id, me.Person.Id, ct);
        return new AuthenticatorOverview
        {
            Password = await passwords.FindAsync(me.Tenant.Id, me.Person.Id, ct),
            Factors = theirs,
            IsFresh = FreshSignIn.Is(me.Session, theirs, time.GetUtcNow()),
        };
    }
}
