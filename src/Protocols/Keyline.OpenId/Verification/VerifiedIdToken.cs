using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId.Verification;

/// <summary>An ID token that passed every check. Only <see cref="IdTokenVerifier"/> makes one.</summary>
public sealed class VerifiedIdToken
{
    internal VerifiedIdToken(string text, ClaimSet claims, string personKey, DateTimeOffset now)
    {
        Text = new SecretText(text);
        Claims = claims;
        PersonKey = personKey;

        // The verifier has seen all four.
        Issuer = claims.FindText("iss")!;
        Subject = claims.FindText("sub")!;
        IssuedAt = claims.FindTime("iat")!.Value;
        ExpiresAt = claims.FindTime("exp")!.Value;
        ClockOffset = IssuedAt - now;
    }

    /// <summary>The token itself, for <c>id_token_hint</c>.</summary>
    public SecretText Text { get; }

    /// <summary>All claims.</summary>
    public ClaimSet Claims { get; }

    /// <summary>The issuer; with Entra for several tenants, that of the person's tenant.</summary>
    public string Issuer { get; }

    /// <summary>The claim <c>sub</c>.</summary>
    public string Subject { get; }

    /// <summary>What identifies the person at this connection for ever: <c>sub</c>, or <c>tid:oid</c> for Entra ID.</summary>
    public string PersonKey { get; }

    /// <summary>When the provider issued it, by its clock.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>When it ends, by the provider's clock.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The provider's clock minus ours, the way of the token included.</summary>
    public TimeSpan ClockOffset { get; }

    /// <summary>The provider's name for the session, or null.</summary>
    public string? SessionId => Claims.FindText("sid");

    /// <summary>The provider's name for the token (<c>jti</c>, or Entra's <c>uti</c>), as its own log has it; or null.</summary>
    public string? TokenId => Claims.FindText("jti") ?? Claims.FindText("uti");

    /// <summary>When the person signed in at the provider, or null.</summary>
    public DateTimeOffset? AuthenticatedAt => Claims.FindTime("auth_time");

    /// <summary>The authentication class, or null.</summary>
    public string? Acr => Claims.FindText("acr");

    /// <summary>The ways in which the person proved who they are; may be empty.</summary>
    public IReadOnlyList<string> Amr => Claims.FindList("amr");

    /// <summary>The person's Entra tenant, or null.</summary>
    public string? TenantId => Claims.FindText("tid");

    /// <summary>The person's object id in Entra ID, or null.</summary>
    public string? ObjectId => Claims.FindText("oid");
}
