using Keyline.Checks;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.SignIn;
using Keyline.OpenId;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>Brings the faults of the OpenID library and of outgoing requests into the common words.</summary>
internal static class OidcFault
{
    /// <summary>What begins the protocol code of an OpenID fault.</summary>
    public const string Prefix = "oidc.";

    public static SignInFault Of(OAuthFault fault, CheckReport report)
    {
        var code = fault.Code switch
        {
            OAuthFaultCode.AccessDenied or OAuthFaultCode.InteractionRequired or OAuthFaultCode.ProviderRefused
                or OAuthFaultCode.ProviderUnavailable => SignInFaultCode.ProviderRefused,
            OAuthFaultCode.AuthenticationClassNotMet => SignInFaultCode.AssuranceTooLow,
            OAuthFaultCode.AuthenticationTooOld => SignInFaultCode.AuthenticationTooOld,
            OAuthFaultCode.InvalidSettings or OAuthFaultCode.WrongMetadataIssuer or OAuthFaultCode.InsecureEndpoint
                or OAuthFaultCode.NoCommonAlgorithm or OAuthFaultCode.UnsupportedByProvider => SignInFaultCode.SettingsInvalid,
            OAuthFaultCode.TenantNotAllowed => SignInFaultCode.WrongTenantClaim,
            OAuthFaultCode.InvalidSubject => SignInFaultCode.SubjectMissing,
            _ => SignInFaultCode.ResponseRefused,
        };
        return new SignInFault(code, fault.Detail) { ProtocolCode = Prefix + fault.Code, Report = report };
    }

    public static SignInFault Of(OutgoingFault fault) =>
        new(SignInFaultCode.ProviderUnreachable, fault.Detail) { ProtocolCode = "outgoing." + fault.Code };
}
