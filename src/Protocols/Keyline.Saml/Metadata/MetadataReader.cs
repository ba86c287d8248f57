using Keyline.Saml.Reading;
using Keyline.Saml.Signatures;

namespace Keyline.Saml.Metadata;

/// <summary>Reads metadata of one entity, alone or out of a federation's document.</summary>
public static class MetadataReader
{
    /// <summary>Reads an identity provider.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="options">Which entity, and which keys must have signed it.</param>
    /// <param name="now">The time, for validUntil.</param>
    public static Result<IdentityProviderMetadata, SamlFault> ReadIdentityProvider(string xml, MetadataOptions options, DateTimeOffset now)
    {
        var found = Find(xml, "IDPSSODescriptor", options, now);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (entity, role) = found.Value;
        var reader = new RoleReader(entity, role);
        var singleSignOn = reader.Endpoints("SingleSignOnService");
        var metadata = new IdentityProviderMetadata
        {
            EntityId = reader.EntityId,
            DisplayName = reader.DisplayName(),
            SigningKeys = reader.Keys("signing"),
            EncryptionKeys = reader.Keys("encryption"),
            SingleSignOn = singleSignOn,
            SingleLogout = reader.Endpoints("SingleLogoutService"),
            NameIdFormats = reader.NameIdFormats(),
            WantAuthnRequestsSigned = reader.Flag("WantAuthnRequestsSigned"),
            ValidUntil = reader.ValidUntil(),
            CacheDuration = reader.CacheDuration(),
            Warnings = reader.Warnings,
        };
        return !reader.Fields.Ok
            ? reader.Fields.Fault
            : metadata.SigningKeys.Count == 0
                ? new SamlFault(SamlFaultCode.NoUsableKey, "a KeyDescriptor for signing with a certificate that is accepted", reader.Left)
                : singleSignOn.Count == 0
                    ? new SamlFault(SamlFaultCode.NoUsableAddress, "a SingleSignOnService by redirect or POST", reader.Left)
                    : metadata;
    }

    /// <summary>Reads a service provider.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="options">Which entity, and which keys must have signed it.</param>
    /// <param name="now">The time, for validUntil.</param>
    public static Result<ServiceProviderMetadata, SamlFault> ReadServiceProvider(string xml, MetadataOptions options, DateTimeOffset now)
    {
        var found = Find(xml, "SPSSODescriptor", options, now);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (entity, role) = found.Value;
        var reader = new RoleReader(entity, role);
        var services = reader.Endpoints("AssertionConsumerService").Where(service => service.Binding == Messages.SamlBinding.Post).ToList();
        var metadata = new ServiceProviderMetadata
        {
            EntityId = reader.EntityId,
            DisplayName = reader.DisplayName(),
            SigningKeys = reader.Keys("signing"),
            EncryptionKeys = reader.Keys("encryption"),
            AssertionConsumerServices = services,
            SingleLogout = reader.Endpoints("SingleLogoutService"),
            NameIdFormats = reader.NameIdFormats(),
            AuthnRequestsSigned = reader.Flag("AuthnRequestsSigned"),
            WantAssertionsSigned = reader.Flag("WantAssertionsSigned"),
            ValidUntil = reader.ValidUntil(),
            CacheDuration = reader.CacheDuration(),
            Warnings = reader.Warnings,
        };
        return !reader.Fields.Ok
            ? reader.Fields.Fault
            : services.Count == 0
                ? new SamlFault(SamlFaultCode.NoUsableAddress, "an AssertionConsumerService by POST", reader.Left)
                : metadata;
    }

    /// <summary>The entity IDs in a document that play the identity provider, for the administrator to choose from.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<IReadOnlyList<string>, SamlFault> ListIdentityProviders(string xml, MessageLimits limits)
    {
        var tree = XmlTree.Parse(xml, limits);
        return tree.Ok
            ? Entities(tree.Value.Root).Where(entity => entity.Child(Names.Metadata, "IDPSSODescriptor") is not null)
                .Select(entity => entity.Attribute("entityID") ?? "").ToArray()
            : tree.Fault;
    }

    private static Result<Found, SamlFault> Find(string xml, string role, MetadataOptions options, DateTimeOffset now)
    {
        var tree = XmlTree.Parse(xml, options.Limits);
        if (!tree.Ok)
        {
            return tree.Fault;
        }

        var root = tree.Value.Root;
        if (!root.Is(Names.Metadata, "EntityDescriptor") && !root.Is(Names.Metadata, "EntitiesDescriptor"))
        {
            return new SamlFault(SamlFaultCode.WrongMessage, "EntityDescriptor or EntitiesDescriptor", root.FullName);
        }

        if (options.PinnedKeys.Count > 0)
        {
            using var canonicalizer = new Canonicalizer();
            var signed = SignatureVerifier.Verify(root, options.PinnedKeys, canonicalizer);
            if (!signed.Ok)
            {
                return signed.Fault;
            }
        }

        var chosen = Choose(root, role, options.EntityId);
        return chosen.Ok && ExpiryOf(chosen.Value.Role, now) is { } expired ? expired : chosen;
    }

    private static Result<Found, SamlFault> Choose(XmlElement root, string role, string? entityId)
    {
        var entities = Entities(root).Where(entity => entityId is null || entity.Attribute("entityID") == entityId).ToList();
        if (entities.Count == 0)
        {
            return new SamlFault(SamlFaultCode.UnknownEntity, entityId ?? "an EntityDescriptor", "metadata of others");
        }

        var found = entities.SelectMany(entity => RolesOf(entity, role)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => new SamlFault(SamlFaultCode.MissingRole, $"{role} for SAML 2.0", entities[0].FirstElement?.LocalName ?? "nothing"),
            _ => new SamlFault(
                SamlFaultCode.SeveralEntities, "one entity", string.Join(", ", found.Select(one => one.Entity.Attribute("entityID")))),
        };
    }

    private static IEnumerable<Found> RolesOf(XmlElement entity, string role)
    {
        for (var child = entity.FirstElement; child is not null; child = child.NextElement)
        {
            var protocols = child.Attribute("protocolSupportEnumeration") ?? "";
            if (child.Is(Names.Metadata, role) && protocols.Split(' ').Contains(Names.Protocol, StringComparer.Ordinal))
            {
                yield return new Found(entity, child);
            }
        }
    }

    private static IEnumerable<XmlElement> Entities(XmlElement root)
    {
        for (var element = root; element is not null; element = element.Following(root))
        {
            if (element.Is(Names.Metadata, "EntityDescriptor"))
            {
                yield return element;
            }
        }
    }

    // Metadata 2.3.1, 2.3.2, 2.4.1: validUntil of any element around counts.
    private static SamlFault? ExpiryOf(XmlElement role, DateTimeOffset now)
    {
        for (var element = role; element is not null; element = element.Parent)
        {
            var fields = new FieldReader();
            if (fields.Time(element, "validUntil") is { } until && until <= now)
            {
                return new SamlFault(
                    SamlFaultCode.Expired, $"metadata good after {SamlTime.Format(now)}", $"validUntil {SamlTime.Format(until)}");
            }

            if (!fields.Ok)
            {
                return fields.Fault;
            }
        }

        return null;
    }

    private sealed record Found(XmlElement Entity, XmlElement Role);
}
