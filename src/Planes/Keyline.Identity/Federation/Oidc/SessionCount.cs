namespace Keyline.Identity.Federation.Oidc;

/// <summary>How many sessions ended.</summary>
/// <param name="Value">The number.</param>
public sealed record SessionCount(int Value);
