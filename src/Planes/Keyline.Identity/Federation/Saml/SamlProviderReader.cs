using Keyline.Saml;
using Keyline.Saml.Messages;
using Keyline.Saml.Metadata;
using Keyline.Saml.Signatures;

namespace Keyline.Identity.Federation.Saml;

/// <summary>Reads an IdP's metadata into what a connection keeps, and compares two readings.</summary>
public static class SamlProviderReader
{
    /// <summary>Reads metadata of one IdP, alone or out of a federation's document.</summary>
    /// <param name="xml">The metadata.</param>
    /// <param name="entityId">Which entity; null where there is only one.</param>
    /// <param name="now">The time.</param>
    public static Result<SamlProvider, SamlFault> Read(string xml, string? entityId, DateTimeOffset now)
    {
        var read = MetadataReader.ReadIdentityProvider(xml, new MetadataOptions { EntityId = entityId }, now);
        if (!read.Ok)
        {
            return read.Fault;
        }

        var metadata = read.Value;
        var redirect = Find(metadata.SingleLogout, SamlBinding.Redirect);
        var post = Find(metadata.SingleLogout, SamlBinding.Post);
        return new SamlProvider
        {
            EntityId = metadata.EntityId,
            SingleSignOnRedirect = Find(metadata.SingleSignOn, SamlBinding.Redirect)?.Location,
            SingleSignOnPost = Find(metadata.SingleSignOn, SamlBinding.Post)?.Location,
            LogoutRedirect = redirect?.Location,
            LogoutRedirectResponse = redirect?.ResponseLocation,
            LogoutPost = post?.Location,
            LogoutPostResponse = post?.ResponseLocation,
            SigningCertificates = [.. metadata.SigningKeys.Select(key => Convert.ToBase64String(key.Certificate.Span))],
            WantsSignedRequests = metadata.WantAuthnRequestsSigned,
            ValidUntil = metadata.ValidUntil,
        };
    }

    /// <summary>What differs, for an administrator to look at. How long the metadata is good is no difference.</summary>
    public static IReadOnlyList<MetadataChange> Differences(SamlProvider? before, SamlProvider after)
    {
        var changes = new List<MetadataChange>();
        Add("EntityId", before?.EntityId, after.EntityId);
        Add("SingleSignOn by redirect", before?.SingleSignOnRedirect, after.SingleSignOnRedirect);
        Add("SingleSignOn by POST", before?.SingleSignOnPost, after.SingleSignOnPost);
        Add("SingleLogout by redirect", Both(before?.LogoutRedirect, before?.LogoutRedirectResponse), Both(after.LogoutRedirect, after.LogoutRedirectResponse));
        Add("SingleLogout by POST", Both(before?.LogoutPost, before?.LogoutPostResponse), Both(after.LogoutPost, after.LogoutPostResponse));
        Add("WantAuthnRequestsSigned", before?.WantsSignedRequests.ToString(), after.WantsSignedRequests.ToString());
        var (old, now) = (Certificates(before), Certificates(after));
        changes.AddRange(now.Where(key => !old.Contains(key)).Select(key => new MetadataChange("Signing certificate", "", key)));
        changes.AddRange(old.Where(key => !now.Contains(key)).Select(key => new MetadataChange("Signing certificate", key, "")));
        return changes;

        void Add(string name, string? was, string? @is)
        {
            if (was != @is)
            {
                changes.Add(new MetadataChange(name, was ?? "", @is ?? ""));
            }
        }
    }

    /// <summary>The signing certificates that end before an instant, each as text with its end.</summary>
    public static IReadOnlyList<string> EndingBefore(SamlProvider provider, DateTimeOffset instant) =>
        [.. Keys(provider).Where(key => key.NotAfter < instant).Select(key => $"{key}, until {key.NotAfter:u}")];

    private static List<string> Certificates(SamlProvider? provider) => provider is null ? [] : [.. Keys(provider).Select(key => $"{key}, until {key.NotAfter:yyyy-MM-dd}")];

    private static IEnumerable<VerificationKey> Keys(SamlProvider provider) =>
        provider.SigningCertificates.Select(VerificationKey.Read).Select(key => key.Value).OfType<VerificationKey>();

    private static MetadataEndpoint? Find(IReadOnlyList<MetadataEndpoint> endpoints, SamlBinding binding) =>
        endpoints.FirstOrDefault(endpoint => endpoint.Binding == binding);

    private static string? Both(string? location, string? response) => response is null ? location : $"{location} (responses {response})";
}
