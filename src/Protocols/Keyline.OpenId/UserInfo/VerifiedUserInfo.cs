using Keyline.OpenId.Documents;

namespace Keyline.OpenId.UserInfo;

/// <summary>Claims about the person of an ID token. Only <see cref="UserInfoVerifier"/> makes one.</summary>
public sealed class VerifiedUserInfo
{
    internal VerifiedUserInfo(ClaimSet claims) => Claims = claims;

    /// <summary>The claims.</summary>
    public ClaimSet Claims { get; }
}
