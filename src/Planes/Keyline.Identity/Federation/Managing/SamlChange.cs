using Keyline.Identity.Federation.Saml;
using Keyline.Saml.Messages;
using Keyline.Saml.Verification;

namespace Keyline.Identity.Federation.Managing;

/// <summary>The settings of a SAML connection that an administrator chooses.</summary>
public sealed record SamlChange
{
    public required MetadataChoice MetadataChoice { get; init; }

    public required SamlBinding RequestBinding { get; init; }

    public required bool SignRequests { get; init; }

    /// <summary>The NameID format to ask for; null to leave it to the IdP.</summary>
    public string? NameIdFormat { get; init; }

    public required bool ForceAuthn { get; init; }

    public required IReadOnlyList<string> AuthnContexts { get; init; }

    public required SignaturePolicy SignaturePolicy { get; init; }

    public required bool AllowIdpInitiated { get; init; }

    public required bool InsecureAllowCbc { get; init; }
}
