using Keyline.Saml.Signatures;

namespace Keyline.Saml.Metadata;

/// <summary>What metadata says of an entity in either role (Metadata 2.3 and 2.4). A closed family of two.</summary>
public abstract record EntityMetadata
{
    private protected EntityMetadata()
    {
    }

    /// <summary>The entity's own name, for ever.</summary>
    public required string EntityId { get; init; }

    /// <summary>A name for people, if stated.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The keys it signs with: the current one, and others while they change.</summary>
    public required IReadOnlyList<VerificationKey> SigningKeys { get; init; }

    /// <summary>The keys to encrypt for it with.</summary>
    public IReadOnlyList<VerificationKey> EncryptionKeys { get; init; } = [];

    /// <summary>Where logout requests and responses go.</summary>
    public IReadOnlyList<MetadataEndpoint> SingleLogout { get; init; } = [];

    /// <summary>The name identifier formats that it knows.</summary>
    public IReadOnlyList<string> NameIdFormats { get; init; } = [];

    /// <summary>Until when the metadata is good, if stated.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>How long it may be kept before it is loaded anew, if stated.</summary>
    public TimeSpan? CacheDuration { get; init; }

    /// <summary>What was left out in reading, and why; for the administrator.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
