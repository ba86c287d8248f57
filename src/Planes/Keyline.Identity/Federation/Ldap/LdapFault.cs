using Keyline.Checks;
using Keyline.Identity.Directory;
using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>Brings the faults of a directory into the common words.</summary>
internal static class LdapFault
{
    /// <summary>What begins the protocol code of a directory's fault.</summary>
    public const string Prefix = "ldap.";

    public static SignInFault Of(DirectoryFault fault) => fault.Code switch
    {
        // The detail would tell a wrong name from a wrong password.
        DirectoryFaultCode.NotSignedIn => AskDirectory.Wrong,
        DirectoryFaultCode.NoSubject => Named(SignInFaultCode.SubjectMissing, fault),
        DirectoryFaultCode.Unreachable or DirectoryFaultCode.BadAnswer or DirectoryFaultCode.LimitExceeded or DirectoryFaultCode.Refused =>
            Named(SignInFaultCode.ProviderUnreachable, fault),
        _ => Named(SignInFaultCode.SettingsInvalid, fault),
    };

    private static SignInFault Named(SignInFaultCode code, DirectoryFault fault)
    {
        var check = new Check("Directory", CheckVerdict.Failed, "an answer", fault.Detail);
        return new SignInFault(code, fault.Detail) { ProtocolCode = Prefix + fault.Code, Report = new CheckReport { Checks = [check] } };
    }
}
