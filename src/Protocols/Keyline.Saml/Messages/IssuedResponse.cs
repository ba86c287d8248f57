namespace Keyline.Saml.Messages;

/// <summary>A response that we issue as an identity provider (Core 3.3.3).</summary>
public sealed record IssuedResponse
{
    /// <summary>The response's own identifier.</summary>
    public string Id { get; init; } = ProtocolMessage.NewId();

    /// <summary>When it is made.</summary>
    public required DateTimeOffset IssueInstant { get; init; }

    /// <summary>Our entity ID.</summary>
    public required string Issuer { get; init; }

    /// <summary>The service provider's address: a registered one.</summary>
    public required string Destination { get; init; }

    /// <summary>The request that it answers; none when nobody asked.</summary>
    public string? InResponseTo { get; init; }

    /// <summary>How it ended.</summary>
    public SamlStatus Status { get; init; } = SamlStatus.Success;

    /// <summary>What is said of the subject; none when it did not end well.</summary>
    public IssuedAssertion? Assertion { get; init; }
}
