using Keyline.Identity.SignIn;
using Keyline.Saml;
using CheckReport = Keyline.Checks.CheckReport;
using CheckVerdict = Keyline.Checks.CheckVerdict;
using Check = Keyline.Checks.Check;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Brings what the SAML library reports into the common words.</summary>
internal static class SamlReport
{
    /// <summary>What begins the protocol code of a SAML fault.</summary>
    public const string Prefix = "saml.";

    public static CheckReport Of(Keyline.Saml.Verification.CheckReport report) => new()
    {
        Checks =
        [
            .. report.Checks.Where(check => check.Verdict != Keyline.Saml.Verification.CheckVerdict.NotReached).Select(check =>
                new Check(check.Name.ToString(), VerdictOf(check.Verdict), check.Expected, check.Came)),
        ],
    };

    public static SignInFault Fault(SamlFault fault, CheckReport report)
    {
        var code = fault.Code switch
        {
            SamlFaultCode.StatusNotSuccess => SignInFaultCode.ProviderRefused,
            SamlFaultCode.Unsolicited => SignInFaultCode.UnsolicitedRefused,
            _ => SignInFaultCode.ResponseRefused,
        };
        return new SignInFault(code, fault.Detail) { ProtocolCode = Prefix + fault.Code, Report = report };
    }

    private static CheckVerdict VerdictOf(Keyline.Saml.Verification.CheckVerdict verdict) => verdict switch
    {
        Keyline.Saml.Verification.CheckVerdict.Passed => CheckVerdict.Passed,
        Keyline.Saml.Verification.CheckVerdict.Failed => CheckVerdict.Failed,
        _ => CheckVerdict.NotNeeded,
    };
}
