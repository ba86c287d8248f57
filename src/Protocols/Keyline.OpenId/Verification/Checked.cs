using Keyline.Checks;

namespace Keyline.OpenId.Verification;

/// <summary>The outcome of a verification and every check that led to it, refused or not.</summary>
/// <typeparam name="T">The proof.</typeparam>
/// <param name="Outcome">The proof, or why there is none.</param>
/// <param name="Report">The checks, for the connection test and the sign-in trace.</param>
public sealed record Checked<T>(Result<T, OAuthFault> Outcome, CheckReport Report)
    where T : notnull;
