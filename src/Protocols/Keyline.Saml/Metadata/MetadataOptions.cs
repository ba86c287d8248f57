using Keyline.Saml.Signatures;

namespace Keyline.Saml.Metadata;

/// <summary>How metadata is read.</summary>
public sealed record MetadataOptions
{
    /// <summary>The entity that is meant, when the document may describe several.</summary>
    public string? EntityId { get; init; }

    /// <summary>When not empty, the document element must be signed by one of these keys.</summary>
    public IReadOnlyList<VerificationKey> PinnedKeys { get; init; } = [];

    /// <summary>How much is read.</summary>
    public MessageLimits Limits { get; init; } = MessageLimits.Metadata;
}
