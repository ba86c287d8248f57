namespace Keyline.Identity.Authenticators.Passwords;

/// <summary>Why a new password is refused, without the password.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Detail">What was expected and what came.</param>
public sealed record PasswordFault(PasswordFaultCode Code, string Detail);
