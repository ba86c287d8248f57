namespace Keyline.Saml.Verification;

/// <summary>What the response must answer.</summary>
public sealed record ExpectedResponse
{
    /// <summary>The address at which the response arrived, exactly as our metadata and our request named it.</summary>
    public required string Location { get; init; }

    /// <summary>The ID of the AuthnRequest that it must answer. None: we asked nothing, and it is IdP-initiated or refused.</summary>
    public string? RequestId { get; init; }

    /// <summary>Authentication context classes, one of which must have been met; any when empty.</summary>
    public IReadOnlyList<string> AuthnContexts { get; init; } = [];

    /// <summary>When ForceAuthn was asked: the instant after which the person must have proved themselves.</summary>
    public DateTimeOffset? AuthenticatedAfter { get; init; }
}
