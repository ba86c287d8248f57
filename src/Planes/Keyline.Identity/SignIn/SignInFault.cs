using Keyline.Checks;

namespace Keyline.Identity.SignIn;

/// <summary>Why a sign-in was refused.</summary>
/// <param name="Code">Which kind of refusal.</param>
/// <param name="Detail">What was expected and what came, for the administrator.</param>
public sealed record SignInFault(SignInFaultCode Code, string Detail)
{
    /// <summary>The protocol library's own code, for example <c>saml.WrongAudience</c>; empty where it has none.</summary>
    public string ProtocolCode { get; init; } = "";

    /// <summary>The checks that were made until then.</summary>
    public CheckReport Report { get; init; } = CheckReport.Empty;

    /// <summary>Where advice for this fault is found: the protocol's code if there is one.</summary>
    public string AdviceKey => ProtocolCode.Length > 0 ? ProtocolCode : Code.ToString();
}
