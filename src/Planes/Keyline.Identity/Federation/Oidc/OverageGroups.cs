using Keyline.Identity.SignIn;

namespace Keyline.Identity.Federation.Oidc;

/// <summary>The groups that Entra left out of a token.</summary>
/// <param name="Fetched">The groups from Graph; null when the token left none out, or they are not followed.</param>
/// <param name="LeftOut">Whether the token left groups out.</param>
public sealed record OverageGroups(IReadOnlyList<ClaimedGroup>? Fetched, bool LeftOut);
