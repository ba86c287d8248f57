namespace Keyline.Saml.Verification;

/// <summary>One check of a response.</summary>
/// <param name="Name">Which.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Expected">What would do.</param>
/// <param name="Came">What the response had.</param>
public readonly record struct Check(CheckName Name, CheckVerdict Verdict, string Expected, string Came);
