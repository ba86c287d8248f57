using Keyline.Identity.Authenticators.Passkeys;
using Keyline.Identity.Authenticators.Passwords;

namespace Keyline.Identity.Authenticators.Account;

/// <summary>Why a change of how a person proves who they are was refused.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected and what came.</param>
public sealed record AccountFault(AccountFaultCode Code, string Detail)
{
    public PasswordFault? Password { get; init; }

    public PasskeyFault? Passkey { get; init; }

    internal static AccountFault Of(PasswordFault fault) => new(AccountFaultCode.BadPassword, fault.Detail) { Password = fault };

    internal static AccountFault Of(PasskeyFault fault) => new(AccountFaultCode.BadPasskey, fault.Detail) { Passkey = fault };
}
