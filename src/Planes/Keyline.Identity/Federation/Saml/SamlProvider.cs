namespace Keyline.Identity.Federation.Saml;

/// <summary>What we believe of an IdP: from its metadata, or typed in.</summary>
public sealed record SamlProvider
{
    public required string EntityId { get; init; }

    /// <summary>Where requests go by the redirect binding.</summary>
    public string? SingleSignOnRedirect { get; init; }

    /// <summary>Where requests go by the POST binding.</summary>
    public string? SingleSignOnPost { get; init; }

    public string? LogoutRedirect { get; init; }

    /// <summary>Where answers to the IdP's logout requests go by redirect, if not to <see cref="LogoutRedirect"/>.</summary>
    public string? LogoutRedirectResponse { get; init; }

    public string? LogoutPost { get; init; }

    public string? LogoutPostResponse { get; init; }

    /// <summary>The certificates it may sign with, DER in Base64; several while it changes them.</summary>
    public required IReadOnlyList<string> SigningCertificates { get; init; }

    public bool WantsSignedRequests { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }
}
