using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;

namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>A service provider that a tenant lets its people into.</summary>
public sealed record SamlApp
{
    public const int MaxNameLength = 200;

    public const int MaxEntityIdLength = 1024;

    public const int MaxAddresses = 20;

    public required SamlAppId Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The app's name for people.</summary>
    public required string Name { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>The service provider's own name; unique in the tenant.</summary>
    public required string EntityId { get; init; }

    /// <summary>The addresses that responses may go to, and no others.</summary>
    public required IReadOnlyList<MetadataEndpoint> ConsumerServices { get; init; }

    /// <summary>Where logout messages go; none when the app knows no single logout.</summary>
    public IReadOnlyList<MetadataEndpoint> SingleLogout { get; init; } = [];

    /// <summary>The certificates that it signs with, in Base64.</summary>
    public IReadOnlyList<string> SigningCertificates { get; init; } = [];

    /// <summary>The certificate to encrypt for, in Base64.</summary>
    public string? EncryptionCertificate { get; init; }

    /// <summary>Whether assertions are encrypted; there must be a certificate.</summary>
    public bool EncryptAssertions { get; init; }

    /// <summary>Whether an unsigned request is refused.</summary>
    public bool RequireSignedRequests { get; init; }

    public SamlNameKind NameKind { get; init; }

    public IReadOnlyList<SentAttribute> Attributes { get; init; } = SentAttribute.Usual;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The format of this app's NameID.</summary>
    public string NameIdFormat => NameKind switch
    {
        SamlNameKind.Pairwise => NameIdFormats.Persistent,
        SamlNameKind.Email => NameIdFormats.EmailAddress,
        _ => NameIdFormats.Unspecified,
    };

    /// <summary>The app as the protocol library knows it.</summary>
    internal ServiceProviderMetadata ToMetadata() => new()
    {
        EntityId = EntityId,
        DisplayName = Name,
        SigningKeys = [.. SigningCertificates.Select(VerificationKey.Read).Where(key => key.Ok).Select(key => key.Value).OfType<VerificationKey>()],
        AssertionConsumerServices = ConsumerServices,
        SingleLogout = SingleLogout,
        AuthnRequestsSigned = RequireSignedRequests,
    };

    /// <summary>The key to encrypt for; null when nothing is encrypted.</summary>
    internal VerificationKey? EncryptionKey() =>
        EncryptAssertions && EncryptionCertificate is { } text && VerificationKey.Read(text) is { Ok: true, Value: { } key } ? key : null;
}
