using Keyline.Saml.Signatures;

namespace Keyline.Saml.Metadata;

/// <summary>What changed between two readings of an entity's metadata, for an administrator to look at.</summary>
public sealed record MetadataDifference
{
    /// <summary>Signing keys that are new. Who holds their private half can sign people in: look twice.</summary>
    public required IReadOnlyList<VerificationKey> SigningKeysAdded { get; init; }

    /// <summary>Signing keys that are gone.</summary>
    public required IReadOnlyList<VerificationKey> SigningKeysRemoved { get; init; }

    /// <summary>Encryption keys that are new.</summary>
    public required IReadOnlyList<VerificationKey> EncryptionKeysAdded { get; init; }

    /// <summary>Encryption keys that are gone.</summary>
    public required IReadOnlyList<VerificationKey> EncryptionKeysRemoved { get; init; }

    /// <summary>Everything else that differs, by name.</summary>
    public required IReadOnlyList<MetadataChange> Changes { get; init; }

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => SigningKeysAdded.Count + SigningKeysRemoved.Count + EncryptionKeysAdded.Count
        + EncryptionKeysRemoved.Count + Changes.Count == 0;

    /// <summary>Compares two readings of an identity provider.</summary>
    /// <param name="before">What is in use.</param>
    /// <param name="after">What was read now.</param>
    public static MetadataDifference Between(IdentityProviderMetadata before, IdentityProviderMetadata after) => Between(
        before,
        after,
        new MetadataChange("SingleSignOn", Addresses(before.SingleSignOn), Addresses(after.SingleSignOn)),
        new MetadataChange("WantAuthnRequestsSigned", $"{before.WantAuthnRequestsSigned}", $"{after.WantAuthnRequestsSigned}"));

    /// <summary>Compares two readings of a service provider.</summary>
    /// <param name="before">What is in use.</param>
    /// <param name="after">What was read now.</param>
    public static MetadataDifference Between(ServiceProviderMetadata before, ServiceProviderMetadata after) => Between(
        before,
        after,
        new MetadataChange("AssertionConsumerServices", Addresses(before.AssertionConsumerServices), Addresses(after.AssertionConsumerServices)),
        new MetadataChange("AuthnRequestsSigned", $"{before.AuthnRequestsSigned}", $"{after.AuthnRequestsSigned}"),
        new MetadataChange("WantAssertionsSigned", $"{before.WantAssertionsSigned}", $"{after.WantAssertionsSigned}"));

    private static MetadataDifference Between(EntityMetadata before, EntityMetadata after, params MetadataChange[] ofRole) => new()
    {
        SigningKeysAdded = [.. after.SigningKeys.Except(before.SigningKeys)],
        SigningKeysRemoved = [.. before.SigningKeys.Except(after.SigningKeys)],
        EncryptionKeysAdded = [.. after.EncryptionKeys.Except(before.EncryptionKeys)],
        EncryptionKeysRemoved = [.. before.EncryptionKeys.Except(after.EncryptionKeys)],
        Changes =
        [
            .. new[]
            {
                new MetadataChange("EntityId", before.EntityId, after.EntityId),
                new MetadataChange("DisplayName", before.DisplayName ?? "", after.DisplayName ?? ""),
                new MetadataChange("SingleLogout", Addresses(before.SingleLogout), Addresses(after.SingleLogout)),
                new MetadataChange(
                    "NameIdFormats", string.Join(", ", before.NameIdFormats), string.Join(", ", after.NameIdFormats)),
            }.Concat(ofRole).Where(change => change.Before != change.After),
        ],
    };

    private static string Addresses(IEnumerable<MetadataEndpoint> endpoints) => string.Join(
        ", ",
        endpoints.Select(endpoint => endpoint.ResponseLocation is null
            ? $"{endpoint.Binding} {endpoint.Location}"
            : $"{endpoint.Binding} {endpoint.Location} (responses {endpoint.ResponseLocation})").Order(StringComparer.Ordinal));
}
