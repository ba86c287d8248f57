using Keyline.Identity.Authenticators.Passwords;
using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>What must be true before a second factor is added or removed. Pure.</summary>
internal static class FactorRules
{
    public static AccountFault? MayChange(PasswordCredential? password, bool fresh) => password is null
        ? new AccountFault(AccountFaultCode.NotLocal, "the person has no password here; they prove themselves at the identity provider")
        : fresh ? null : new AccountFault(AccountFaultCode.NotFresh, "a sign-in in the last ten minutes, with a second factor if there is one, was expected");

    public static AccountFault? MayRemoveOne(Person person, PasswordCredential? password, SecondFactors factors)
    {
        if (factors.Count > 1)
        {
            return null;
        }

        if (person.Kind == PersonKind.BreakGlass)
        {
            return new AccountFault(AccountFaultCode.LastFactor, "a break-glass account must keep a passkey or an authenticator app; add another one first");
        }

        return password is { SufficesAlone: true }
            ? null
            : new AccountFault(AccountFaultCode.PasswordTooShortAlone,
                $"without a second factor the password must have {PasswordRules.MinLengthAlone} characters; change it first");
    }
}
