namespace Keyline.Saml.Verification;

/// <summary>What became of a response.</summary>
/// <param name="Result">The assertion with its proof, or the refusal.</param>
/// <param name="Report">Every check, either way.</param>
public sealed record ResponseOutcome(Result<VerifiedAssertion, SamlFault> Result, CheckReport Report);
