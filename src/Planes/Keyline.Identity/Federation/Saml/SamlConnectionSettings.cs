using System.Text.Json.Serialization;

namespace Keyline.Identity.Federation.Saml;

/// <summary>The settings of one connection of this protocol.</summary>
public sealed record SamlConnectionSettings : ConnectionSettings
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override ConnectionKind Kind => ConnectionKind.Saml;
}
