namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>Why a passkey ceremony was refused.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected and what came, for the audit log.</param>
public sealed record PasskeyFault(PasskeyFaultCode Code, string Detail);
