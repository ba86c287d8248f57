namespace Keyline.Saml.Messages;

/// <summary>A request to sign somebody in (Core 3.4.1).</summary>
public sealed record AuthnRequest : ProtocolMessage
{
    /// <summary>Where the response shall go; none leaves it to the metadata.</summary>
    public string? AssertionConsumerService { get; init; }

    /// <summary>The index of the address in metadata, instead of the address itself.</summary>
    public int? AssertionConsumerServiceIndex { get; init; }

    /// <summary>Whether the person must prove themselves anew.</summary>
    public bool ForceAuthn { get; init; }

    /// <summary>Whether the identity provider must not show itself to the person.</summary>
    public bool IsPassive { get; init; }

    /// <summary>The format of name identifier wanted, if any in particular.</summary>
    public string? NameIdFormat { get; init; }

    /// <summary>Authentication context classes, any of which will do; none when empty.</summary>
    public IReadOnlyList<string> RequestedAuthnContexts { get; init; } = [];

    /// <summary>How the classes are compared.</summary>
    public AuthnContextComparison Comparison { get; init; }

    /// <summary>Who is to be signed in, as a hint; some identity providers refuse it.</summary>
    public NameId? Subject { get; init; }

    /// <summary>A name of the asking service for people.</summary>
    public string? ProviderName { get; init; }
}
