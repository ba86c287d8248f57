using Keyline.Identity.Changes;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;

namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>Makes an app's settings out of its metadata. Pure.</summary>
internal static class SamlAppReader
{
    private const int MaxAttributes = 50;
    private const int MaxKeys = 8;

    /// <summary>The app as the draft and the metadata describe it.</summary>
    public static Result<SamlApp, SamlProviderFault> Read(SamlAppDraft draft, SamlAppId id, TenantId tenant, DateTimeOffset now)
    {
        var read = MetadataReader.ReadServiceProvider(draft.Metadata, new MetadataOptions(), now);
        if (!read.Ok)
        {
            return SamlProviderFault.Of(SamlProviderFaultCode.MetadataRefused, read.Fault);
        }

        var metadata = read.Value;
        if (Refuse(metadata, draft) is { } fault)
        {
            return fault;
        }

        if (!LineText.TryParse(draft.Name ?? metadata.DisplayName ?? metadata.EntityId, SamlApp.MaxNameLength, out var name))
        {
            return new SamlProviderFault(SamlProviderFaultCode.InvalidApp, $"expected a name of one line, 1 to {SamlApp.MaxNameLength} characters");
        }

        var encryption = metadata.EncryptionKeys.FirstOrDefault(key => key.Kind.StartsWith("RSA", StringComparison.Ordinal));
        return new SamlApp
        {
            Id = id,
            TenantId = tenant,
            Name = name,
            EntityId = metadata.EntityId,
            ConsumerServices = metadata.AssertionConsumerServices,
            SingleLogout = metadata.SingleLogout,
            SigningCertificates = [.. metadata.SigningKeys.Take(MaxKeys).Select(Text)],
            EncryptionCertificate = encryption is null ? null : Text(encryption),
            EncryptAssertions = encryption is not null && draft.EncryptAssertions != false,
            RequireSignedRequests = metadata.AuthnRequestsSigned || draft.RequireSignedRequests,
            NameKind = draft.NameKind,
            Attributes = draft.Attributes,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    private static SamlProviderFault? Refuse(ServiceProviderMetadata metadata, SamlAppDraft draft)
    {
        if (metadata.EntityId.Length > SamlApp.MaxEntityIdLength || !metadata.EntityId.All(c => c is > ' ' and <= '~'))
        {
            return new SamlProviderFault(
                SamlProviderFaultCode.InvalidApp, $"expected an entity ID of at most {SamlApp.MaxEntityIdLength} plain characters");
        }

        var addresses = metadata.AssertionConsumerServices.Concat(metadata.SingleLogout).ToList();
        if (addresses.Count > SamlApp.MaxAddresses)
        {
            return new SamlProviderFault(
                SamlProviderFaultCode.InvalidApp, $"expected at most {SamlApp.MaxAddresses} addresses; came {addresses.Count}");
        }

        // What goes there is an assertion about a person, or ends their session.
        if (addresses.SelectMany(address => new[] { address.Location, address.ResponseLocation }).OfType<string>()
            .FirstOrDefault(address => !IsSafe(address)) is { } open)
        {
            return new SamlProviderFault(SamlProviderFaultCode.InvalidApp, $"expected https addresses (or this machine's own); came '{open}'");
        }

        if (metadata.SigningKeys.Count == 0 && (metadata.AuthnRequestsSigned || draft.RequireSignedRequests))
        {
            return new SamlProviderFault(SamlProviderFaultCode.InvalidApp, "expected a signing certificate in the metadata, since requests must be signed");
        }

        if (draft.EncryptAssertions == true && !metadata.EncryptionKeys.Any(key => key.Kind.StartsWith("RSA", StringComparison.Ordinal)))
        {
            return new SamlProviderFault(SamlProviderFaultCode.InvalidApp, "expected an RSA encryption certificate in the metadata, since assertions must be encrypted");
        }

        return draft.Attributes.Count <= MaxAttributes && draft.Attributes.All(sent => LineText.TryParse(sent.Name, SentAttribute.MaxNameLength, out _))
            ? null
            : new SamlProviderFault(
                SamlProviderFaultCode.InvalidApp, $"expected at most {MaxAttributes} attributes with names of 1 to {SentAttribute.MaxNameLength} characters");
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static string Text(VerificationKey key) => Convert.ToBase64String(key.Certificate.Span);
}
