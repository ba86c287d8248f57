using Keyline.OpenId.Documents;

namespace Keyline.OpenId.Logout;

/// <summary>
/// A logout token that passed every check but one: whether it was seen before. The caller spends <see cref="TokenId"/>
/// and keeps it until <see cref="RememberUntil"/>. Only <see cref="LogoutTokenVerifier"/> makes one.
/// </summary>
public sealed class VerifiedLogoutToken
{
    internal VerifiedLogoutToken(ClaimSet claims, TimeSpan tolerance)
    {
        // The verifier has seen these.
        Issuer = claims.FindText("iss")!;
        TokenId = claims.FindText("jti")!;
        RememberUntil = claims.FindTime("exp")!.Value + tolerance;
        SessionId = claims.FindText("sid");
        Subject = claims.FindText("sub");
    }

    /// <summary>The issuer.</summary>
    public string Issuer { get; }

    /// <summary>The claim <c>jti</c>, which is accepted once.</summary>
    public string TokenId { get; }

    /// <summary>When the token would be refused as expired anyway.</summary>
    public DateTimeOffset RememberUntil { get; }

    /// <summary>The session that ends; null: all sessions of the subject end.</summary>
    public string? SessionId { get; }

    /// <summary>The claim <c>sub</c>; null when the session alone is named.</summary>
    public string? Subject { get; }
}
