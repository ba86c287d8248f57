namespace Keyline.Checks;

/// <summary>One thing that a verifier looked at.</summary>
/// <param name="Name">What was looked at, in the specification's words, for example <c>Audience</c>.</param>
/// <param name="Verdict">How it went.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Came">What was there. Never a secret.</param>
public sealed record Check(string Name, CheckVerdict Verdict, string Expected, string Came);
