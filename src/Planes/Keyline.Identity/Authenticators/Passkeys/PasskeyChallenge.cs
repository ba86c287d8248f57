namespace Keyline.Identity.Authenticators.Passkeys;

/// <summary>The beginning of a ceremony.</summary>
/// <param name="OptionsJson">What the browser's script passes to <c>navigator.credentials</c>.</param>
/// <param name="State">What the server keeps.</param>
public sealed record PasskeyChallenge(string OptionsJson, string State);
