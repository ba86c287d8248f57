namespace Keyline.Identity.SamlProvider.Sessions;

/// <summary>What an app knows a person by.</summary>
/// <param name="Value">The name itself.</param>
/// <param name="Format">Its kind.</param>
/// <param name="New">The random name that is kept with the commit; null when it is known, or is no random one.</param>
public sealed record AppName(string Value, string Format, PairwiseName? New);
