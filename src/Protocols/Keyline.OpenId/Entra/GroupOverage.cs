using Keyline.OpenId.Verification;

namespace Keyline.OpenId.Entra;

/// <summary>
/// Whether Entra ID left a person's groups out of the token because there are too many (more than 200), so that they
/// must be asked for at Graph.
/// </summary>
public static class GroupOverage
{
    /// <summary>
    /// True when the token says that the groups are elsewhere: <c>groups</c> in <c>_claim_names</c>, or <c>hasgroups</c>.
    /// The address in <c>_claim_sources</c> is not followed: a token does not choose where we send an access token.
    /// </summary>
    /// <param name="token">The ID token.</param>
    public static bool IsIn(VerifiedIdToken token) =>
        !token.Claims.Has("groups")
        && (token.Claims.FindObject("_claim_names")?.Has("groups") == true
            || token.Claims.FindFlag("hasgroups") == true || token.Claims.FindText("hasgroups") == "true");
}
