namespace Keyline.Identity.BreakGlass;

/// <summary>Why something about a break-glass account was refused.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record BreakGlassFault(BreakGlassFaultCode Code, string Detail);
