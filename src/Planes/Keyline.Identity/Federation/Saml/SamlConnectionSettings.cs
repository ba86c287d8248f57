using System.Text.Json.Serialization;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;

namespace Keyline.Identity.Federation.Saml;

/// <summary>The settings of a SAML connection.</summary>
public sealed record SamlConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ConnectionKind Kind => ConnectionKind.Saml;

    /// <summary>The IdP; null until its metadata has been read.</summary>
    public SamlProvider? Provider { get; init; }

    /// <summary>What the IdP's metadata says now, while it waits for an administrator.</summary>
    public SamlProvider? HeldProvider { get; init; }

    /// <summary>Where the metadata is fetched from; null when it came from a file.</summary>
    public Uri? MetadataUrl { get; init; }

    public MetadataChoice MetadataChoice { get; init; }

    public DateTimeOffset? MetadataReadAt { get; init; }

    /// <summary>Why the last fetch failed; null when it did not.</summary>
    public string? MetadataFault { get; init; }

    /// <summary>How our requests go; the other binding is used where the IdP has not this one.</summary>
    public SamlBinding RequestBinding { get; init; } = SamlBinding.Redirect;

    public bool SignRequests { get; init; } = true;

    public string? NameIdFormat { get; init; } = NameIdFormats.Persistent;

    public bool ForceAuthn { get; init; }

    /// <summary>The authentication context classes that are asked for, one of which must come.</summary>
    public IReadOnlyList<string> AuthnContexts { get; init; } = [];

    public SignaturePolicy SignaturePolicy { get; init; } = SignaturePolicy.Either;

    public bool AllowIdpInitiated { get; init; }

    /// <summary>Allows AES-CBC, which some IdPs still encrypt with.</summary>
    public bool InsecureAllowCbc { get; init; }

    /// <summary>Our keys at this connection.</summary>
    public IReadOnlyList<SamlKey> Keys { get; init; } = [];
}
