namespace Keyline.OpenId.Clients;

/// <summary>To whom a client assertion is addressed; providers differ.</summary>
public enum AssertionAudience
{
    /// <summary>The token endpoint (OpenID Connect Core section 9; Entra ID, Okta).</summary>
    TokenEndpoint,

    /// <summary>The issuer (RFC 7523 as its revision has it; newer providers).</summary>
    Issuer,
}
