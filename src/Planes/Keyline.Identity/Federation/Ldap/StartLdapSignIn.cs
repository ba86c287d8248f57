using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>Begins a sign-in whose password is typed here.</summary>
public sealed class StartLdapSignIn(SignInTransactions transactions)
{
    public Task<StartedSignIn> StartAsync(NewSignIn wanted, CancellationToken ct) => transactions.BeginAsync(wanted, "ldap", ct);
}
